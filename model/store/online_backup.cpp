// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/online_backup.h"

#include "model/store/case_folder.h"
#include "model/store/database.h"

#include <QFile>

#include <sqlite3.h>

namespace model::store {
namespace {

Result<void> copyInto(Database &from, const QString &path)
{
    auto to = Database::open(path, OpenMode::Create);
    if (!to)
        return to.error();
    sqlite3_backup *backup = sqlite3_backup_init((*to)->handle(), "main", from.handle(), "main");
    if (!backup)
        return (*to)->lastError(QStringLiteral("backup"));
    int code = SQLITE_OK;
    do {
        code = sqlite3_backup_step(backup, -1);
    } while (code == SQLITE_OK);
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE)
        return errorFromSqlite(code, QStringLiteral("backup"), QString::fromUtf8(sqlite3_errstr(code)));
    // A copy in write-ahead mode would grow files beside it wherever it is opened.
    return (*to)->run("PRAGMA journal_mode = DELETE");
}

} // namespace

Result<void> copyDatabase(Database &from, const QString &path)
{
    const QString unfinished = path + QStringLiteral(".part");
    QFile::remove(unfinished);
    if (const auto copied = copyInto(from, unfinished); !copied) {
        QFile::remove(unfinished);
        return copied;
    }
    if (const auto synced = syncFile(unfinished); !synced)
        return synced;
    return replaceFile(unfinished, path);
}

} // namespace model::store
