// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/online_backup.h"

#include "model/store/case_folder.h"
#include "model/store/database.h"

#include <QTemporaryFile>

#include <sqlite3.h>

namespace model::store {
namespace {

Result<void> copyInto(Database &from, Database &to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (!backup)
        return to.lastError(QStringLiteral("backup"));
    int code = SQLITE_OK;
    do {
        code = sqlite3_backup_step(backup, -1);
    } while (code == SQLITE_OK);
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE)
        return errorFromSqlite(code, QStringLiteral("backup"), QString::fromUtf8(sqlite3_errstr(code)));
    return {};
}

Result<void> copyToNewFile(Database &from, const QString &path)
{
    auto to = Database::open(path, OpenMode::Create);
    if (!to)
        return to.error();
    if (const auto copied = copyInto(from, **to); !copied)
        return copied;
    // A copy in write-ahead mode would grow files beside it wherever it is opened.
    return (*to)->run("PRAGMA journal_mode = DELETE");
}

Error unnamedFileError(const QString &detail)
{
    return {ErrorKind::Io, QStringLiteral("The folder for the backup could not be written to."), detail};
}

} // namespace

Result<void> copyDatabase(Database &from, const QString &path)
{
    const QString unfinished = path + QStringLiteral(".part");
    QFile::remove(unfinished);
    if (const auto copied = copyToNewFile(from, unfinished); !copied) {
        QFile::remove(unfinished);
        return copied;
    }
    if (const auto synced = syncFile(unfinished); !synced)
        return synced;
    return replaceFile(unfinished, path);
}

Result<std::unique_ptr<QFile>> copyToUnnamedFile(Database &from, const QString &inFolder)
{
    QTemporaryFile named(inFolder + QStringLiteral("/.carveout-XXXXXX"));
    if (!named.open())
        return unnamedFileError(named.errorString());
    auto file = std::make_unique<QFile>(named.fileName());
    auto to = Database::open(named.fileName(), OpenMode::ReadWrite);
    if (!to)
        return to.error();
    const bool opened = file->open(QIODevice::ReadWrite);
    if (!named.remove() || !opened)
        return unnamedFileError(file->errorString());
    // SQLite then makes no file beside one that has lost its name.
    if (const auto set = (*to)->run("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF"); !set)
        return set.error();
    if (const auto copied = copyInto(from, **to); !copied)
        return copied.error();
    to->reset();
    // Bytes 18 and 19 of the header ask for the write-ahead log, in which a copy would grow files beside it.
    if (!file->seek(18) || file->write("\1\1", 2) != 2 || !file->flush() || !file->seek(0))
        return unnamedFileError(file->errorString());
    return file;
}

} // namespace model::store
