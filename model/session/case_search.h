// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/search_hit.h"
#include "model/session/case_file.h"

#include <optional>

namespace model::session {

/// What a search in a case came to: hits, or what is wrong with the query.
struct SearchAnswer {
    struct Fault {
        qsizetype position = 0; ///< in the query, 0 to its length
        QString sentence;
    };
    SearchPage page;
    std::optional<Fault> fault;
};

/// Hits number `skip` (from 0) and the following, at most `count`, best first.
Result<SearchAnswer> searchCase(const CaseFile &file, const QString &query, qint64 skip, qint64 count);

} // namespace model::session
