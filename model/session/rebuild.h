// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

namespace model::session {

/// Makes a damaged case anew from the newest of its automatic backups that can be read, whose path it gives. Invalid
/// for a case that is not damaged, NotFound where there is no backup, Locked while a program has the case open.
Result<QString> rebuild(const QString &path);

/// Makes the case in `path` anew from an automatic backup: its journal and its lists of bundles and documents, with
/// what the journal adds up to. The damaged database is kept beside it as "case.sqlite.damaged-N". Every document is
/// waiting afterwards: an import then reads the originals again. Locked while a program has the case open.
Result<void> rebuildFromBackup(const QString &backup, const QString &path);

} // namespace model::session
