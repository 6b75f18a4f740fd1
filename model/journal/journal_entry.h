// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/sha256.h"
#include "model/journal/decision.h"

namespace model::journal {

enum class EntryKind { Decision, Undo, Redo, Receipt, Withdrawal };

/// A file that an import took in. An archive's entries are files of their own.
struct ReceivedFile {
    Sha256 sha256;
    QString origin; ///< path it was found at; inside an archive "bundle.zip/a/b.pdf"
    qint64 size = 0;
    friend bool operator==(const ReceivedFile &, const ReceivedFile &) = default;
};

/// One line of the journal as it is listed.
struct JournalEntry {
    qint64 seq = 0; ///< from 1
    EntryKind kind = EntryKind::Decision;
    QString author;
    qint64 timeMs = 0;
    qint64 target = 0;              ///< the entry an undo or redo takes back, 0 for the others
    QString description;            ///< one line; of an undo, that of what it takes back
    std::vector<NoteId> notes = {}; ///< that it writes, changes or takes away, without withdrawn ones
    int parts = 0;
    int erasedParts = 0; ///< withdrawn
    Sha256 hash;
};

QString toWord(EntryKind kind); ///< "decision", "undo", "redo", "receipt" or "withdrawal"
std::optional<EntryKind> entryKindFromWord(const QString &word);

} // namespace model::journal
