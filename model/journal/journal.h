// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/signature.h"
#include "model/journal/applied_change.h"
#include "model/journal/journal_entry.h"
#include "model/journal/payload.h"

#include <optional>
#include <vector>

namespace model::store {
class Database;
}

/// The chained log. Every call here runs inside the caller's transaction, which must be given up after any error.
namespace model::journal {

/// Applies all changes in order and appends the entry. Gives what was applied.
Result<std::vector<AppliedChange>> decide(store::Database &database, const Decision &decision, const Signature &by);

/// Applies the inverses of entry `target` in reverse order and appends them as an entry of `kind`, Undo or Redo. What
/// was withdrawn of it is left out.
Result<std::vector<AppliedChange>> takeBack(store::Database &database, EntryKind kind, qint64 target,
                                            const Signature &by);

/// Appends a receipt for every place of origin that has none yet. Gives its entry; nothing when there was none.
Result<std::optional<qint64>> appendReceipt(store::Database &database, const Signature &by);

/// Appends the entry only; the erasing is session/withdraw.h.
Result<qint64> appendWithdrawal(store::Database &database, const Withdrawal &withdrawal, const Signature &by);

/// What an entry changed, without what was withdrawn since; empty for receipts and withdrawals.
Result<std::vector<AppliedChange>> changesOf(store::Database &database, qint64 seq);

/// An entry with what it changed.
struct ChangingEntry {
    qint64 seq = 0;
    QString author;
    qint64 target = 0; ///< as in JournalEntry
    std::vector<AppliedChange> changes;
};
/// The entries behind this one that changed something, as changesOf() says, in order. Asks only once for all of them.
Result<std::vector<ChangingEntry>> changesAfter(store::Database &database, qint64 afterSeq);

struct WithdrawnDocument {
    Sha256 sha256;
    qint64 timeMs = 0;
    QString reason;
    friend bool operator==(const WithdrawnDocument &, const WithdrawnDocument &) = default;
};
/// Every document that was ever withdrawn, each time that it was, so that an import can tell that it comes back.
Result<std::vector<WithdrawnDocument>> withdrawnDocuments(store::Database &database);

/// Hash of the last entry; 32 zero bytes for an empty journal.
Result<Sha256> head(store::Database &database);

} // namespace model::journal
