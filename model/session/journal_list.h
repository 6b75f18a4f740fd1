// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/journal/describe.h"
#include "model/journal/journal_entry.h"

#include <vector>

namespace model::store {
class Database;
}

namespace model::session {

/// Names as they are in the case now.
journal::Names namesIn(store::Database &database);

/// One line on what an entry did. An undo or redo is named by the decision at the end of its chain.
Result<QString> describeEntry(store::Database &database, qint64 seq);

/// Entries after `afterSeq`, at most `count` of them; a negative count means all.
Result<std::vector<journal::JournalEntry>> listJournal(store::Database &database, qint64 afterSeq, qint64 count);

} // namespace model::session
