// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/finding.h"

namespace model::store {

class Database;

/// Derived rows: how many evidence passages a finding has by stance, and in how many independent documents, counting
/// each document with at least one linked passage of any stance, and copies as one. Kept by LinkTable in the
/// transaction that changes a link, and by CopyGroups, so that the matrix is read straight from them. Merges are not
/// folded in.
class FindingCounts final {
public:
    explicit FindingCounts(Database &database)
        : m_database(database)
    {
    }

    Result<void> add(const FindingKey &finding, Stance stance, qint64 document);
    Result<void> remove(const FindingKey &finding, Stance stance, qint64 document);
    /// Counts the independent documents again, after groups of copies were changed.
    Result<void> recount(const FindingKey &finding);
    /// How many rows are not what the links add up to.
    Result<qint64> wrongRows() const;

private:
    /// Whether no other document of the finding counts as one with this one.
    Result<bool> isOnlyOfItsSource(const FindingKey &finding, qint64 document) const;

    Database &m_database;
};

} // namespace model::store
