// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/search_hit.h"

#include <QString>

#include <functional>
#include <optional>
#include <stop_token>

namespace model::session {

class CaseFile;

/// What is wrong with a query, and where: `position` counts UTF-16 units from its beginning, up to its length, so that
/// a caret can be put there.
struct QueryProblem {
    qsizetype position = 0;
    QString sentence;
};

/// Nothing when the query can be searched for. Needs no case.
std::optional<QueryProblem> checkQuery(const QString &query);

/// False when the index was made by another version, so that some words may be missed.
Result<bool> searchIsCurrent(const CaseFile &caseFile);

/// Makes the index anew when it is not current. `progress` counts documents.
Result<void> makeSearchCurrent(CaseFile &caseFile, const std::function<void(qint64 done, qint64 total)> &progress = {},
                               const std::stop_token &stop = {});

/// Up to `count` pages that answer the query, from number `offset` (0 is the first) on. A bad query is an Error of kind
/// Invalid whose sentence says where it is wrong. The query language is described at search::parseQuery.
Result<SearchPage> searchCase(const CaseFile &caseFile, const QString &query, qint64 offset, qint64 count,
                              SearchOrder order = SearchOrder::Ranked);

/// The pages of one document that answer the query, in their order, at most `count`. Errors as above.
Result<std::vector<SearchHit>> searchDocument(const CaseFile &caseFile, const QString &query, const Sha256 &document,
                                              qint64 count);

} // namespace model::session
