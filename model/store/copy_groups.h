// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/copies.h"

#include <QHash>

#include <vector>

namespace model::store {

class Database;

/// Which documents count as one independent source.
///
/// What is found and what is decided add up so: a document that stands alone is in no group that was found. One that
/// was decided to be a copy leaves the group it was found in, and joins that of the other, with the documents that are
/// copies of itself. The others are together that are copies of the same one. What is decided to be a copy of one that
/// stands alone is with it all the same.
class CopyGroups final {
public:
    explicit CopyGroups(Database &database)
        : m_database(database)
    {
    }

    /// Makes the groups anew from what is found and decided, and counts again the findings that they concern.
    Result<void> renew();

    /// Of the number of a document: that of the first of its group; its own where it is in none.
    Result<qint64> originOf(qint64 document) const;
    /// All that count as one with it, itself too, ascending.
    Result<std::vector<qint64>> membersWith(qint64 document) const;
    /// By document, for those in a group.
    Result<QHash<qint64, qint64>> origins() const;

    Result<CopyDecision> decision(qint64 document) const;
    /// Renews the groups. The other document must be another one, and in the case.
    Result<void> setDecision(qint64 document, const CopyDecision &decision);

private:
    Result<QHash<qint64, qint64>> computed() const;
    Result<void> recount(const std::vector<qint64> &documents);

    Database &m_database;
};

} // namespace model::store
