// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/finding.h"

namespace model::store {

class Database;

/// Derived rows: how many evidence passages a finding has by stance, and in how many documents, counting each document
/// with at least one linked passage of any stance. Kept by LinkTable in the transaction that changes a link, so that
/// the matrix is read straight from them. Merges are not folded in.
class FindingCounts final {
public:
    explicit FindingCounts(Database &database)
        : m_database(database)
    {
    }

    Result<void> add(const FindingKey &finding, Stance stance, qint64 document);
    Result<void> remove(const FindingKey &finding, Stance stance, qint64 document);
    /// How many rows are not what the links add up to.
    Result<qint64> wrongRows() const;

private:
    Database &m_database;
};

} // namespace model::store
