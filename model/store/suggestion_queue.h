// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/suggestion_queue.h"

#include <vector>

namespace model::store {

class Database;

/// What is open, in one of the orders, part by part: each part begins by key behind the one before and is found through
/// an index, so that it takes as long in a case of a hundred suggestions as in one of a hundred thousand.
class SuggestionQueue final {
public:
    /// `first`: the number of the document that QueueOrder::ByPage begins with; those before it come at the end.
    SuggestionQueue(Database &database, QueueOrder order, QueueFilter filter, qint64 first = 0);

    Result<QueuePart> rows(const QueueCursor &after, int count) const;
    Result<qint64> count() const; ///< of all that passes the filter

    /// Those that say the same as this one, it included: of a passage, the same words as the same kind and name; of a
    /// finding, the same partner, permission and stance: a denial does not say what a report says. At most `count` of
    /// them, by document.
    static Result<std::vector<QueuedSuggestion>> sameAs(Database &database, const SuggestionId &id, int count);
    static Result<qint64> countSameAs(Database &database, const SuggestionId &id);

private:
    Database &m_database;
    QueueOrder m_order;
    QueueFilter m_filter;
    qint64 m_first;
};

} // namespace model::store
