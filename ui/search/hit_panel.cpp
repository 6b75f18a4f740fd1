// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hit_panel.h"

#include "model/session/search.h"
#include "ui/common/key_words.h"
#include "ui/search/hit_delegate.h"
#include "ui/search/hit_list_model.h"
#include "ui/search/saved_search_list.h"
#include "ui/search/saved_search_model.h"

#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui::search {

using model::Result;
using model::SearchPage;
using model::session::CaseFile;

namespace {

constexpr qint64 hitsAtOnce = 50;

} // namespace

HitPanel::HitPanel(model::session::CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new HitListModel(this))
    , m_saved(new SavedSearchModel(session, this))
{
    setObjectName(QStringLiteral("hitPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    makeHits(column);
    column->addStretch(0);
    m_savedList = new SavedSearchList(*m_saved, this);
    column->addWidget(m_savedList);
    connect(m_savedList, &SavedSearchList::chosen, this, &HitPanel::savedChosen);
    search({});
}

void HitPanel::makeHits(QVBoxLayout *column)
{
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("hitCount"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    new KeyedText(m_text, [this](const KeyWords &) {
        if (m_query.isEmpty() && !m_hasFault)
            tellHowTo();
    });
    column->addWidget(m_text);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("hitList"));
    m_list->setAccessibleName(tr("Pages that were found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column->addWidget(m_list, 1);
    const auto choose = [this](const QModelIndex &index) { goTo(index.row(), 0); };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(m_model, &HitListModel::moreWanted, this, &HitPanel::ask);
}

bool HitPanel::saveSearch()
{
    if (m_query.isEmpty())
        return false;
    m_savedList->askName(m_query, m_model->page().total);
    return true;
}

void HitPanel::search(const QString &query, const std::optional<model::SearchHit> &at)
{
    m_query = query.trimmed();
    m_hasFault = false;
    m_at = at;
    m_wentTo = -1;
    m_stepsWhenHere = false;
    m_inquiry.cancel();
    m_model->clear();
    m_list->hide();
    m_savedList->setSearch({}, 0);
    if (m_query.isEmpty()) {
        m_saved->count();
        tellHowTo();
        return;
    }
    if (const auto problem = model::session::checkQuery(m_query)) {
        m_text->setText(problem->sentence);
        m_query.clear();
        m_hasFault = true;
        Q_EMIT queryFaulty(problem->position, problem->sentence);
        return;
    }
    m_text->setText(tr("Searching."));
    ask(0);
}

void HitPanel::tellHowTo()
{
    m_text->setText(
        withKeys(*this, tr("Search all pages with the box at the top ({search}). Words, \"phrases\", AND, OR, "
                           "NOT, NEAR, prefix*, fuzzy~, and partner: permission: document: kind: stance: "
                           "verdict: bates: read:yes or read:no, and hidden:yes narrow it down.")));
}

void HitPanel::ask(qint64 skip)
{
    m_inquiry.ask<SearchPage>(
        m_session,
        [query = m_query, skip](const CaseFile &file) {
            return model::session::searchCase(file, query, skip, hitsAtOnce, model::SearchOrder::Quickest);
        },
        [this, skip](Result<SearchPage> answer) {
            if (!answer) {
                m_text->setText(answer.error().sentence);
                return;
            }
            if (skip == 0)
                m_model->setFirstPage(*std::move(answer));
            else
                m_model->addPage(*std::move(answer));
            tellCount();
            findAgain();
            if (std::exchange(m_stepsWhenHere, false))
                stepToRow(static_cast<int>(skip));
            else if (skip == 0)
                Q_EMIT queryAnswered();
        });
}

void HitPanel::tellCount()
{
    const model::SearchPage &page = m_model->page();
    QStringList lines;
    if (page.hits.empty())
        lines += {tr("Nothing was found for “%1”.").arg(m_query),
                  tr("Try fewer words or a part of one: lark* finds words that begin so, larkspur~ words that are one "
                     "letter off, as scanned pages have them.")};
    else if (!page.totalIsExact)
        lines += page.total == 1 ? tr("At least 1 page matches.")
                                 : tr("At least %Ln pages match.", nullptr, static_cast<int>(page.total));
    else
        lines +=
            page.total == 1 ? tr("1 page matches.") : tr("%Ln pages match.", nullptr, static_cast<int>(page.total));
    lines += page.expansions;
    lines += page.remarks;
    m_text->setText(lines.join(QLatin1Char('\n')));
    m_list->setVisible(!page.hits.empty());
    m_savedList->setSearch(m_query, page.total);
    m_saved->setSeen(m_query, page.total);
}

void HitPanel::findAgain()
{
    if (!m_at)
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const model::SearchHit &hit = m_model->hit(row);
        if (hit.document == m_at->document && hit.pageIndex == m_at->pageIndex)
            m_wentTo = row;
    }
    m_place = 0;
    m_at.reset();
    if (m_wentTo >= 0)
        m_list->setCurrentIndex(m_model->index(m_wentTo));
}

void HitPanel::goTo(int row, size_t place)
{
    m_wentTo = row;
    m_place = place;
    m_list->setCurrentIndex(m_model->index(row));
    Q_EMIT hitChosen(m_model->hit(row), place);
    const model::SearchPage &page = m_model->page();
    const QLocale locale;
    Q_EMIT stepped(page.totalIsExact
                       ? tr("Hit page %1 of %2.").arg(locale.toString(row + 1), locale.toString(page.total))
                       : tr("Hit page %1 of more than %2.").arg(locale.toString(row + 1), locale.toString(page.total)));
}

void HitPanel::stepToRow(int row)
{
    if (row < m_model->rowCount()) {
        goTo(row, 0);
    } else if (m_model->canFetchMore({})) {
        m_stepsWhenHere = true;
        m_model->fetchMore({});
    } else if (!m_stepsWhenHere) {
        Q_EMIT stepped(tr("This was the last hit."));
    }
}

void HitPanel::step(int direction)
{
    if (m_model->rowCount() == 0) {
        Q_EMIT stepped(m_query.isEmpty() ? withKeys(*this, tr("Search for something first ({search})."))
                                         : tr("Nothing was found."));
        return;
    }
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) {
        stepToRow(direction > 0 ? 0 : m_model->rowCount() - 1);
        return;
    }
    const int row = current.row();
    if (row != m_wentTo) {
        goTo(row, 0);
        return;
    }
    const auto placesOf = [this](int of) { return std::max<size_t>(1, m_model->hit(of).inPage.size()); };
    if (direction > 0 && m_place + 1 < placesOf(row))
        goTo(row, m_place + 1);
    else if (direction > 0)
        stepToRow(row + 1);
    else if (m_place > 0)
        goTo(row, m_place - 1);
    else if (row > 0)
        goTo(row - 1, placesOf(row - 1) - 1);
    else
        Q_EMIT stepped(tr("This was the first hit."));
}

void HitPanel::focusList()
{
    if (m_model->rowCount() == 0)
        return;
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::search
