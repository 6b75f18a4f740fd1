// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/hit_marks.h"

#include "model/session/search.h"
#include "ui/page/document_pane.h"

namespace ui::review {

using model::Result;
using model::SearchHit;
using model::session::CaseFile;

namespace {

constexpr qint64 markedPages = 2000;

} // namespace

HitMarks::HitMarks(model::session::CaseSession &session, page::DocumentPane &pane, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_pane(pane)
{
}

void HitMarks::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    mark();
}

void HitMarks::documentChanged()
{
    mark();
}

void HitMarks::mark()
{
    m_inquiry.cancel();
    m_pane.view().setHits({});
    if (m_query.isEmpty() || !m_pane.document() || !m_pane.showsPages())
        return;
    m_inquiry.ask<std::vector<SearchHit>>(
        m_session,
        [query = m_query, document = m_pane.document()->document.sha256](const CaseFile &file) {
            return model::session::searchDocument(file, query, document, markedPages);
        },
        [this](const Result<std::vector<SearchHit>> &answer) {
            if (!answer)
                return;
            QHash<int, std::vector<model::TextRange>> byPage;
            for (const SearchHit &hit : *answer)
                byPage.insert(hit.pageIndex, hit.inPage);
            m_pane.view().setHits(std::move(byPage));
        });
}

} // namespace ui::review
