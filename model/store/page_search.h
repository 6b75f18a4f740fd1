// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/search_hit.h"
#include "model/search/query.h"

namespace model::store {

class Database;

struct SearchRequest {
    qint64 offset = 0; ///< hits to pass over
    qint64 count = 50;
    SearchOrder order = SearchOrder::Ranked;
};

/// Above so many pages SearchOrder::Quickest gives page order: 2 % of the largest case that we design for.
inline constexpr qint64 broadFrom = 20000;

/// The pages that answer a query, as many as were asked for. The same request on the same case gives the same hits in
/// the same order, so that all of them can be paged through.
Result<SearchPage> searchPages(Database &database, const search::Query &query, const SearchRequest &request);

} // namespace model::store
