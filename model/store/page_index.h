// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <functional>
#include <optional>
#include <vector>

namespace model::store {

class Database;

/// The search index of page texts: full text, words over page breaks, and the list of words for fuzzy search. Derived
/// from the table `page`. All of these belong into the transaction that changes the pages.

/// After all pages of a document were inserted.
Result<void> indexDocument(Database &database, qint64 number);

/// Before the pages of a document are deleted or changed; their texts must still be there. Words that no other document
/// has leave the list of words.
Result<void> unindexDocument(Database &database, qint64 number);

/// Around a change of one page's text, `change`, which must leave all other pages as they are.
Result<void> reindexPage(Database &database, qint64 number, int pageIndex, const std::function<Result<void>()> &change);

/// Makes SQLite rewrite the index, so that nothing of what was taken out stays in its segments. Slow on a large case:
/// for a withdrawal, after unindexDocument.
Result<void> purgeIndex(Database &database);

/// False when the index was made by other rules than ours, or by another ICU: then searches may miss pages until
/// rebuildIndex. Indexing a document rebuilds it first.
Result<bool> indexIsCurrent(Database &database);
Result<void> rebuildIndex(Database &database);

/// The same in steps, each in a transaction of its own, so that others can write between them. One that is given up is
/// begun anew by the next; until the last step indexIsCurrent is false.
class IndexRebuild final {
public:
    /// Works for about `ms` milliseconds, in the caller's transaction. True: the index is current.
    Result<bool> step(Database &database, qint64 ms);

    qint64 done() const { return static_cast<qint64>(m_done); } ///< documents
    qint64 total() const { return m_documents ? static_cast<qint64>(m_documents->size()) : 0; }

private:
    Result<void> begin(Database &database);

    std::optional<std::vector<qint64>> m_documents; ///< numbers; nothing before the first step
    size_t m_done = 0;
};

} // namespace model::store
