// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/search.h"

#include "model/base/code_points.h"
#include "model/search/query.h"
#include "model/search/word_breaker.h"
#include "model/session/case_file.h"
#include "model/session/search_renewal.h"
#include "model/store/page_search.h"

namespace model::session {
namespace {

std::variant<search::Query, search::QueryFault> parse(const QString &query)
{
    search::WordBreaker breaker;
    return search::parseQuery(query, breaker);
}

} // namespace

std::optional<QueryProblem> checkQuery(const QString &query)
{
    const auto parsed = parse(query);
    const auto *fault = std::get_if<search::QueryFault>(&parsed);
    return fault ? std::optional<QueryProblem>({fault->position, fault->sentence}) : std::nullopt;
}

Result<bool> searchIsCurrent(const CaseFile &caseFile)
{
    return store::indexIsCurrent(caseFile.database());
}

Result<void> makeSearchCurrent(CaseFile &caseFile, const std::function<void(qint64 done, qint64 total)> &progress,
                               const std::stop_token &stop)
{
    SearchRenewal renewal;
    for (;;) {
        if (stop.stop_requested())
            return stopped();
        const auto done = renewal.step(caseFile);
        if (!done)
            return done.error();
        if (progress)
            progress(renewal.done(), renewal.total());
        if (*done)
            return {};
    }
}

Result<SearchPage> searchCase(const CaseFile &caseFile, const QString &query, qint64 offset, qint64 count,
                              SearchOrder order)
{
    const auto parsed = parse(query);
    if (const auto *fault = std::get_if<search::QueryFault>(&parsed))
        return Error{ErrorKind::Invalid, QStringLiteral("The query is wrong at character %1: %2")
                                             .arg(codePointOfUnit(query, fault->position) + 1)
                                             .arg(fault->sentence)};
    return store::searchPages(caseFile.database(), std::get<search::Query>(parsed), {offset, count, order});
}

} // namespace model::session
