// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/document_find.h"

#include "ui/page/document_pane.h"
#include "ui/page/find_bar.h"

#include <QLocale>

#include <algorithm>

namespace ui::review {

using model::PageRange;
using model::Result;
using model::session::CaseFile;
using model::session::FoundInDocument;
using page::TextPosition;

DocumentFind::DocumentFind(model::session::CaseSession &session, page::DocumentPane &pane, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_pane(pane)
{
    connect(&pane.findBar(), &page::FindBar::typedChanged, this, &DocumentFind::look);
    connect(&pane.findBar(), &page::FindBar::stepped, this, &DocumentFind::step);
    connect(&pane.findBar(), &page::FindBar::left, this, &DocumentFind::leave);
}

bool DocumentFind::isOpen() const
{
    return !m_pane.findBar().isHidden();
}

void DocumentFind::open()
{
    if (!m_pane.showsPages())
        return;
    const page::PageView &view = m_pane.view();
    const bool wasOpen = isOpen();
    const QString selected = view.hasSelection() ? view.selectedText().trimmed() : QString();
    m_begunAt = view.hasSelection() ? view.selection()->first() : TextPosition{view.currentPage(), 0};
    m_pane.findBar().open(selected.contains(u'\n') ? QString() : selected);
    if (!wasOpen)
        look();
}

void DocumentFind::documentChanged()
{
    // The places of the document before mean nothing in this one, so no step and no Esc may lead to them.
    forget();
    m_begunAt.reset();
    if (!m_pane.showsPages() && isOpen())
        leave();
    else if (isOpen()) {
        m_pane.findBar().tell({});
        look();
    }
}

void DocumentFind::forget()
{
    m_inquiry.cancel();
    m_found = {};
    m_at.reset();
    m_pane.view().setFound({});
    m_pane.view().setFoundNow(std::nullopt);
}

void DocumentFind::look()
{
    m_at.reset();
    m_wrapped = false;
    const QString typed = m_pane.findBar().typed();
    if (!m_pane.document() || typed.trimmed().isEmpty()) {
        m_inquiry.cancel();
        show({});
        return;
    }
    m_inquiry.ask<FoundInDocument>(
        m_session,
        [document = m_pane.document()->document.sha256, typed](const CaseFile &file) {
            return findInDocument(file, document, typed);
        },
        [this](Result<FoundInDocument> answer) {
            if (answer) {
                show(*std::move(answer));
                return;
            }
            forget();
            m_pane.findBar().tell(answer.error().sentence);
        });
}

void DocumentFind::show(FoundInDocument found)
{
    m_found = std::move(found);
    QHash<int, std::vector<model::TextRange>> byPage;
    for (const PageRange &place : m_found.places)
        byPage[place.pageIndex].push_back(place.range);
    m_pane.view().setFound(std::move(byPage));
    m_pane.view().setFoundNow(std::nullopt);
    if (m_found.places.empty()) {
        tell();
        return;
    }
    const TextPosition from = m_begunAt.value_or(TextPosition{m_pane.view().currentPage(), 0});
    const auto first = std::find_if(m_found.places.begin(), m_found.places.end(), [&from](const PageRange &place) {
        return TextPosition{place.pageIndex, place.range.start} >= from;
    });
    m_wrapped = first == m_found.places.end();
    goTo(m_wrapped ? 0 : first - m_found.places.begin());
}

void DocumentFind::step(int direction)
{
    const auto count = static_cast<qsizetype>(m_found.places.size());
    if (count == 0 || m_inquiry.isWaiting()) // what was found before is not what is looked for now
        return;
    const qsizetype there = m_at.value_or(direction > 0 ? -1 : 0) + direction;
    m_wrapped = there < 0 || there >= count;
    goTo((there + count) % count);
}

void DocumentFind::goTo(qsizetype place)
{
    m_at = place;
    const PageRange &there = m_found.places[static_cast<size_t>(place)];
    m_begunAt = TextPosition{there.pageIndex, there.range.start};
    m_pane.view().takeFrameAway();
    m_pane.view().setFoundNow(there);
    m_pane.view().goToRange(there.pageIndex, there.range);
    tell();
}

void DocumentFind::tell()
{
    if (m_found.places.empty()) {
        m_pane.findBar().tell(m_pane.findBar().typed().trimmed().isEmpty() ? QString() : tr("Not in this document"));
        return;
    }
    const QLocale locale;
    const auto count = static_cast<int>(m_found.places.size());
    const QString number = locale.toString(m_at.value_or(0) + 1);
    const QString all = locale.toString(count);
    QString sentence = m_found.isCut ? tr("%1 of more than %2").arg(number, all) : tr("%1 of %2").arg(number, all);
    if (m_wrapped)
        sentence = m_at == 0 ? tr("%1, from the beginning again").arg(sentence) : tr("%1, from the end").arg(sentence);
    m_pane.findBar().tell(sentence);
}

void DocumentFind::leave()
{
    page::PageView &view = m_pane.view();
    const std::optional<PageRange> there =
        m_at ? std::optional(m_found.places[static_cast<size_t>(*m_at)]) : std::nullopt;
    forget();
    m_begunAt.reset();
    m_pane.findBar().hide();
    view.setFocus();
    if (there)
        view.selectRange(*there);
}

} // namespace ui::review
