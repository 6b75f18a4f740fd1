// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/store/case_folder.h"

#include <QStringList>

#include <memory>

namespace model::store {

class Database;

/// How many are kept.
inline constexpr int automaticBackupCount = 3;

/// Paths, newest first.
QStringList automaticBackups(const CaseFolder &folder);

/// Copies the journal and the lists of bundles, documents and origins - what cannot be read again from the originals -
/// into backups/, and lets the oldest go. Safe beside whoever writes to the case, a withdrawal too, and from several
/// threads. One program at a time.
Result<void> makeAutomaticBackup(const CaseFolder &folder, qint64 nowMs);

/// Makes one when the newest is older than a day and the journal has grown since.
Result<void> makeAutomaticBackupIfDue(Database &database, const CaseFolder &folder, qint64 nowMs);

/// Opens one for reading; NotFound or NewerVersion for a file that is none, Invalid for one with tables of another's
/// making.
Result<std::unique_ptr<Database>> openAutomaticBackup(const QString &path);

/// Deletes every automatic backup, and the copies made before migrations.
Result<void> removeBackups(const CaseFolder &folder);

} // namespace model::store
