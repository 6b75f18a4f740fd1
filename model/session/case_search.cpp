// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/case_search.h"

#include "model/search/query.h"
#include "model/search/word_breaker.h"
#include "model/store/page_search.h"

namespace model::session {

Result<SearchAnswer> searchCase(const CaseFile &file, const QString &query, qint64 skip, qint64 count)
{
    search::WordBreaker breaker;
    const auto parsed = search::parseQuery(query, breaker);
    if (const auto *fault = std::get_if<search::QueryFault>(&parsed)) {
        SearchAnswer answer;
        answer.fault = SearchAnswer::Fault{fault->position, fault->sentence};
        return answer;
    }
    auto page =
        store::searchPages(file.database(), std::get<search::Query>(parsed), {skip, count, SearchOrder::Quickest});
    if (!page)
        return page.error();
    return SearchAnswer{*std::move(page), std::nullopt};
}

} // namespace model::session
