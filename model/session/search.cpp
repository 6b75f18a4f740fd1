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

Result<search::Query> soundQuery(const QString &query)
{
    auto parsed = parse(query);
    if (const auto *fault = std::get_if<search::QueryFault>(&parsed))
        return Error{ErrorKind::Invalid, QStringLiteral("The query is wrong at character %1: %2")
                                             .arg(codePointOfUnit(query, fault->position) + 1)
                                             .arg(fault->sentence)};
    return std::get<search::Query>(std::move(parsed));
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
    const auto parsed = soundQuery(query);
    if (!parsed)
        return parsed.error();
    return store::searchPages(caseFile.database(), *parsed, {offset, count, order});
}

Result<std::vector<SearchHit>> searchDocument(const CaseFile &caseFile, const QString &query, const Sha256 &document,
                                              qint64 count)
{
    auto parsed = soundQuery(query);
    if (!parsed)
        return parsed.error();
    search::Node within;
    within.kind = search::NodeKind::Field;
    within.field = search::Field::Document;
    within.value = document.toHex();
    search::Node both;
    both.kind = search::NodeKind::And;
    both.children = {std::move(parsed->root), std::move(within)};
    parsed->root = std::move(both);
    auto page = store::searchPages(caseFile.database(), *parsed, {0, count, SearchOrder::PageOrder});
    if (!page)
        return page.error();
    return std::move(page->hits);
}

} // namespace model::session
