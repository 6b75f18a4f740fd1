// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/store/case_folder.h"
#include "model/store/case_lock.h"
#include "model/store/database.h"

#include <stop_token>

namespace model::store {

/// A case whose file was checked and set up. Members go in reverse order: the connection before the lock.
struct OpenedCase {
    std::unique_ptr<CaseLock> lock; ///< null when only for reading
    std::unique_ptr<Database> database;
    QString readOnlyReason; ///< a sentence; empty when it can be written
};

/// Makes the folder and an empty case in it.
Result<OpenedCase> createCase(const CaseFolder &folder, const QByteArray &vfs);

/// Opens for writing where that is possible, else for reading with the reason. A damaged case is opened for reading
/// where SQLite can still read it, and nothing in it is touched. Errors: NotFound, NewerVersion (nothing was written),
/// Damaged.
Result<OpenedCase> openCase(const CaseFolder &folder, const QByteArray &vfs);

/// A further connection for reading only.
Result<OpenedCase> openCaseForReading(const CaseFolder &folder, const QByteArray &vfs);

/// Files up to this size are checked whole when they are opened for writing; it takes a few milliseconds.
inline constexpr qint64 checkedWholeBytes = qint64(16) << 20;

/// Reads all of the file and looks whether SQLite's structure holds: Damaged where not, Cancelled when stopped.
Result<void> checkWhole(Database &database, const std::stop_token &stop = {});

/// Says that the case is damaged, where its newest automatic backup lies, and what makes it anew.
QString damagedSentence(const CaseFolder &folder);

} // namespace model::store
