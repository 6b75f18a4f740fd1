// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/automatic_backup.h"

#include "model/store/migrations.h"
#include "model/store/query.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

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

Result<void> fill(Database &database, const QString &path)
{
    {
        auto empty = Database::open(path, OpenMode::Create);
        if (!empty)
            return empty.error();
        if (const auto made = migrate(**empty); !made)
            return made;
    }
    if (const auto attached = execute(database, "ATTACH ? AS backup", path); !attached)
        return attached;
    // Foreign keys hold in the copy as they do here, so the order is that of the references.
    auto filled = database.run("BEGIN;"
                               "INSERT INTO backup.bundle SELECT * FROM main.bundle;"
                               "INSERT INTO backup.document SELECT * FROM main.document;"
                               "INSERT INTO backup.origin SELECT * FROM main.origin;"
                               "INSERT INTO backup.journal SELECT * FROM main.journal;"
                               "INSERT INTO backup.journal_part SELECT * FROM main.journal_part;"
                               "COMMIT");
    if (!filled)
        static_cast<void>(database.run("ROLLBACK"));
    const auto detached = database.run("DETACH backup");
    return filled ? detached : filled;
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

Result<void> makeAutomaticBackup(Database &database, const CaseFolder &folder, qint64 nowMs)
{
    const auto head = queryNumber(database, "SELECT max(seq) FROM journal");
    if (!head)
        return head.error();
    QDir().mkpath(folder.backupsPath());
    const QString path = folder.backupsPath() + u'/' + nameOf(nowMs, *head);
    const QString unfinished = folder.backupsPath() + QStringLiteral("/unfinished.part");
    QFile::remove(unfinished);
    if (const auto filled = fill(database, unfinished); !filled) {
        QFile::remove(unfinished);
        return filled;
    }
    if (const auto synced = syncFile(unfinished); !synced)
        return synced;
    if (const auto placed = replaceFile(unfinished, path); !placed)
        return placed;
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
    return makeAutomaticBackup(database, folder, nowMs);
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
