// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

namespace model::session {

struct WithdrawReport {
    ChangeSet changes;
    QStringList archives; ///< that the document came in and that went with it: where they were found
    /// Sentences for the reporter when traces are still in the case's files, because another program reads the case or
    /// a file could not be deleted, and when no new backup could be made. Traces go when the case is next opened for
    /// writing.
    QString traces;
};

/// Erases a document for good: its original, text, places of origin, every tag, link, note and read mark on it, the
/// names that only it gave, all journal parts about these (their hashes stay), and every backup in the case folder,
/// which are made anew, and every damaged case file that a rebuild has set aside there. An archive it came in goes too;
/// the archive's other files are documents of their own and stay. What is left is an entry with its hash, the time and
/// the reason. Cannot be undone.
Result<WithdrawReport> withdraw(CaseFile &file, const Sha256 &document, const QString &reason);

/// What withdrawing a document takes along: the document first, then every archive it was unpacked from.
Result<std::vector<Document>> withdrawnWith(const CaseFile &file, const Sha256 &document);

/// The same for a note.
Result<WithdrawReport> withdraw(CaseFile &file, const NoteId &note, const QString &reason);

/// Finishes one that was cut short; CaseFile::open does.
Result<void> finishWithdrawal(CaseFile &file);

} // namespace model::session
