// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/automatic_backup.h"

#include "model/store/database.h"
#include "model/store/migrations.h"
#include "model/store/query.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QScopeGuard>

#include <mutex>

namespace model::store {
namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

/// "journal-20180412T081500123-42.sqlite": when it was made and the last entry in it.
QString nameOf(qint64 nowMs, qint64 head)
{
    return QStringLiteral("journal-%1-%2.sqlite")
        .arg(QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz")))
        .arg(head);
}

struct BackupName {
    qint64 madeMs = 0;
    qint64 head = 0;
};

BackupName parsed(const QString &path)
{
    const QStringList parts = QFileInfo(path).completeBaseName().split(u'-');
    if (parts.size() != 3)
        return {};
    QDateTime made = QDateTime::fromString(parts[1], QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
    made.setTimeSpec(Qt::UTC);
    return {made.toMSecsSinceEpoch(), parts[2].toLongLong()};
}

/// Gives the last journal entry that is in it. Reads through a connection of its own, so that it can run beside whoever
/// writes.
Result<qint64> fill(const CaseFolder &folder, const QString &path)
{
    auto backup = Database::open(path, OpenMode::Create);
    if (!backup)
        return backup.error();
    if (const auto made = migrate(**backup); !made)
        return made.error();
    const QString original = QString::fromUtf8(uriOf(folder.databasePath(), OpenMode::ReadOnly));
    if (const auto attached = execute(**backup, "ATTACH ? AS original", original); !attached)
        return attached.error();
    // In the order of the references. The sequence goes along so that no number is ever given twice.
    const auto filled = (*backup)->run("BEGIN;"
                                       "INSERT INTO bundle SELECT * FROM original.bundle;"
                                       "INSERT INTO document SELECT * FROM original.document;"
                                       "INSERT INTO origin SELECT * FROM original.origin;"
                                       "INSERT INTO journal SELECT * FROM original.journal;"
                                       "INSERT INTO journal_part SELECT * FROM original.journal_part;"
                                       "DELETE FROM sqlite_sequence WHERE name = 'document';"
                                       "INSERT INTO sqlite_sequence SELECT name, seq FROM original.sqlite_sequence"
                                       " WHERE name = 'document';"
                                       "COMMIT");
    if (!filled)
        return filled.error();
    return queryNumber(**backup, "SELECT max(seq) FROM journal");
}

/// Whether something was withdrawn since: the backup still has it.
Result<bool> isOutlived(const CaseFolder &folder, qint64 head)
{
    auto database = Database::open(folder.databasePath(), OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto since =
        queryNumber(**database, "SELECT count(*) FROM journal WHERE kind = 'withdrawal' AND seq > ?", head);
    if (!since)
        return since.error();
    return *since > 0;
}

} // namespace

QStringList automaticBackups(const CaseFolder &folder)
{
    const QDir backups(folder.backupsPath());
    QStringList paths;
    const QStringList names =
        backups.entryList({QStringLiteral("journal-*.sqlite")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names)
        paths.append(backups.filePath(name));
    return paths;
}

Result<void> makeAutomaticBackup(const CaseFolder &folder, qint64 nowMs)
{
    static std::mutex oneAtATime; // all write the same unfinished file
    const std::lock_guard lock(oneAtATime);
    QDir().mkpath(folder.backupsPath());
    const QString unfinished = folder.backupsPath() + QStringLiteral("/unfinished.part");
    QFile::remove(unfinished);
    const auto cleanUp = qScopeGuard([&] { QFile::remove(unfinished); });
    const auto head = fill(folder, unfinished);
    if (!head)
        return head.error();
    if (const auto synced = syncFile(unfinished); !synced)
        return synced;
    const QString path = folder.backupsPath() + u'/' + nameOf(nowMs, *head);
    if (const auto placed = replaceFile(unfinished, path); !placed)
        return placed;
    // A withdrawal erases its entries before it deletes the backups: either it has deleted this one, or it is seen
    // here.
    const auto outlived = isOutlived(folder, *head);
    if (!outlived || *outlived) {
        QFile::remove(path);
        return outlived ? syncFolder(folder.backupsPath()) : outlived.error();
    }
    const QStringList paths = automaticBackups(folder);
    for (qsizetype i = automaticBackupCount; i < paths.size(); ++i)
        QFile::remove(paths[i]);
    return {};
}

Result<void> makeAutomaticBackupIfDue(Database &database, const CaseFolder &folder, qint64 nowMs)
{
    const auto head = queryNumber(database, "SELECT max(seq) FROM journal");
    if (!head)
        return head.error();
    const QStringList paths = automaticBackups(folder);
    const BackupName newest = paths.isEmpty() ? BackupName() : parsed(paths.first());
    if (*head == newest.head || nowMs - newest.madeMs < dayMs)
        return {};
    return makeAutomaticBackup(folder, nowMs);
}

Result<std::unique_ptr<Database>> openAutomaticBackup(const QString &path)
{
    auto database = Database::open(path, OpenMode::ReadOnly);
    if (!database)
        return database;
    const auto version = checkedVersion(**database);
    if (!version)
        return version.error();
    if (const auto sound = checkSchema(**database, *version); !sound)
        return sound.error();
    return database;
}

Result<void> removeBackups(const CaseFolder &folder)
{
    QDir backups(folder.backupsPath());
    const QStringList names = backups.entryList(QDir::Files);
    for (const QString &name : names) {
        if (!backups.remove(name))
            return Error{ErrorKind::Io, QStringLiteral("A backup in “%1” could not be deleted.").arg(backups.path())};
    }
    return backups.exists() ? syncFolder(backups.path()) : Result<void>();
}

} // namespace model::store
