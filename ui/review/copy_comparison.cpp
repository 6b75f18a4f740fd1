// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/copy_comparison.h"

#include "model/session/case_session.h"
#include "ui/page/page_beside.h"
#include "ui/page/page_view.h"

namespace ui::review {

using model::Result;
using model::session::CaseFile;
using model::session::DifferingText;
using model::session::TextComparison;
using model::session::TextDifference;

namespace {

using Ranges = QHash<int, std::vector<model::TextRange>>;

Ranges rangesOf(const TextComparison &comparison, DifferingText TextDifference::*side)
{
    Ranges ranges;
    for (const TextDifference &difference : comparison.differences) {
        for (const model::session::PageSpan &span : (difference.*side).spans)
            ranges[span.pageIndex].push_back({span.start, span.end});
    }
    return ranges;
}

} // namespace

CopyComparison::CopyComparison(model::session::CaseSession &session, page::PageView &view, page::PageBeside &beside,
                               QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_view(view)
    , m_beside(beside)
    , m_second(model::Sha256::of({}))
{
    connect(&view, &page::PageView::currentPageChanged, this, &CopyComparison::follow);
    connect(&beside, &page::PageBeside::shown, this, [this] {
        if (!m_comparison)
            return;
        if (m_beside.document() != m_second) {
            end();
            return;
        }
        mark();
        follow();
    });
}

void CopyComparison::begin(const model::Sha256 &first, const model::Sha256 &second)
{
    end();
    m_second = second;
    m_inquiry.ask<TextComparison>(
        m_session, [first, second](const CaseFile &file) { return model::session::compareTexts(file, first, second); },
        [this](Result<TextComparison> answer) {
            if (!answer) {
                Q_EMIT told(answer.error().sentence);
                return;
            }
            m_comparison = *std::move(answer);
            mark();
            follow();
            const auto count = static_cast<qlonglong>(m_comparison->differences.size());
            Q_EMIT told(count == 0 ? tr("The two documents have the same words.")
                        : count == 1
                            ? tr("The two documents differ at one place; it is marked on both.")
                            : tr("The two documents differ at %1 places, which are marked on both.").arg(count));
        });
}

void CopyComparison::end()
{
    m_inquiry.cancel();
    m_page = -1;
    if (!m_comparison)
        return;
    m_comparison.reset();
    m_view.setHits({});
    m_beside.view().setHits({});
}

void CopyComparison::mark()
{
    m_view.setHits(rangesOf(*m_comparison, &TextDifference::first));
    m_beside.view().setHits(rangesOf(*m_comparison, &TextDifference::second));
}

void CopyComparison::follow()
{
    const int page = m_view.currentPage();
    if (!m_comparison || m_beside.document() != m_second || page == m_page ||
        page >= static_cast<int>(m_comparison->secondPages.size()))
        return;
    m_page = page;
    page::PagePlace place;
    place.pageIndex = m_comparison->secondPages[static_cast<size_t>(page)];
    m_beside.show(m_second, place);
}

} // namespace ui::review
