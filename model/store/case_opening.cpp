// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/case_opening.h"

#include "model/store/automatic_backup.h"
#include "model/store/migrations.h"
#include "model/store/online_backup.h"
#include "model/store/query.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sqlite3.h>

namespace model::store {
namespace {

/// Looks at the first bytes without SQLite, which would make files beside a case that we may then refuse.
Result<void> checkHeader(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorKind::NotFound, QStringLiteral("There is no case in “%1”.").arg(QFileInfo(path).path())};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, QStringLiteral("The case file could not be opened."), file.errorString()};
    const QByteArray header = file.read(100);
    const auto number = [&header](int at) { return qFromBigEndian<qint32>(header.constData() + at); };
    if (header.size() < 100 || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return Error{ErrorKind::Damaged, QStringLiteral("The case file is damaged."),
                     QStringLiteral("no SQLite header")};
    if (number(68) != caseApplicationId)
        return notACase();
    if (number(60) > newestSchemaVersion())
        return newerCase();
    return {};
}

/// Sets a pragma and reads it back.
Result<void> setUp(Database &database, const QByteArray &name, const QByteArray &value, const QString &expected)
{
    if (const auto set = database.run("PRAGMA " + name + " = " + value); !set)
        return set;
    const auto found = queryOne(database, "PRAGMA " + name, [](const Statement &row) { return row.text(0); });
    if (!found)
        return found.error();
    if (found->value_or(QString()) != expected)
        return Error{ErrorKind::Unsupported, QStringLiteral("The disk this case is on cannot keep it safely."),
                     QStringLiteral("PRAGMA %1 is %2").arg(QString::fromLatin1(name), found->value_or(QString()))};
    return {};
}

Result<void> setUpWriting(Database &database)
{
    struct Pragma {
        const char *name, *value, *expected;
    };
    // wal_autocheckpoint stays at its 1000 pages. cache_size in KiB.
    for (const Pragma &pragma :
         {Pragma{"foreign_keys", "ON", "1"}, Pragma{"journal_mode", "WAL", "wal"}, Pragma{"synchronous", "FULL", "2"},
          Pragma{"secure_delete", "ON", "1"}, Pragma{"cache_size", "-16384", "-16384"}}) {
        if (const auto set = setUp(database, pragma.name, pragma.value, QString::fromLatin1(pragma.expected)); !set)
            return set;
    }
    return {};
}

Result<void> setUpReading(Database &database)
{
    if (const auto set = setUp(database, "query_only", "ON", QStringLiteral("1")); !set)
        return set;
    return setUp(database, "cache_size", "-16384", QStringLiteral("-16384"));
}

/// Damaged where a look at the file tells.
Result<void> checkSoundness(Database &database, const CaseFolder &folder)
{
    const auto head = queryNumber(database, "SELECT seq FROM journal ORDER BY seq DESC LIMIT 1");
    if (!head)
        return head.error();
    if (QFileInfo(folder.databasePath()).size() > checkedWholeBytes)
        return {};
    return checkWhole(database);
}

Result<OpenedCase> readOnly(const CaseFolder &folder, const QByteArray &vfs, const QString &reason)
{
    // A folder that cannot be written has no place for SQLite's shared memory; without a log there is nothing to share.
    const bool hasLog = QFileInfo(folder.databasePath() + QStringLiteral("-wal")).size() > 0;
    const OpenMode mode = folder.isWritable() || hasLog ? OpenMode::ReadOnly : OpenMode::Immutable;
    auto database = Database::open(folder.databasePath(), mode, vfs);
    if (!database)
        return database.error();
    const auto version = checkedVersion(**database);
    if (!version)
        return version.error();
    if (*version < newestSchemaVersion())
        return Error{ErrorKind::ReadOnly,
                     QStringLiteral("This case was written by an older Carveout and must be opened once "
                                    "where it can be written.")};
    if (const auto set = setUpReading(**database); !set)
        return set.error();
    return OpenedCase{nullptr, std::move(*database), reason};
}

Result<OpenedCase> readWrite(const CaseFolder &folder, const QByteArray &vfs, std::unique_ptr<CaseLock> lock)
{
    auto opened = Database::open(folder.databasePath(), OpenMode::ReadWrite, vfs);
    if (!opened)
        return opened.error();
    Database &database = **opened;
    // Until the file has proved sound, closing it must not write to it.
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    const auto version = checkedVersion(database);
    if (!version)
        return version.error();
    if (const auto sound = checkSchema(database, *version); !sound)
        return sound.error();
    if (const auto sound = checkSoundness(database, folder); !sound)
        return sound.error();
    if (const auto set = setUpWriting(database); !set)
        return set.error();
    const auto copyFirst = [&](int oldVersion) {
        return copyDatabase(database,
                            folder.backupsPath() + QStringLiteral("/before-version-%1.sqlite").arg(oldVersion + 1));
    };
    if (const auto migrated = migrate(database, newestSchemaVersion(), copyFirst); !migrated)
        return migrated.error();
    if (*version < newestSchemaVersion()) {
        // The next opening looks at the version in the file itself.
        if (const auto moved = database.run("PRAGMA wal_checkpoint(TRUNCATE)"); !moved)
            return moved.error();
    }
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return OpenedCase{std::move(lock), std::move(*opened), {}};
}

} // namespace

Result<void> checkWhole(Database &database, const std::stop_token &stop)
{
    constexpr int instructions = 10'000; // of SQLite's machine, between two looks at the token
    const auto isStopped = [](void *token) {
        return static_cast<const std::stop_token *>(token)->stop_requested() ? 1 : 0;
    };
    std::stop_token token = stop;
    sqlite3_progress_handler(database.handle(), instructions, isStopped, &token);
    const auto verdict = queryOne(database, "PRAGMA quick_check(1)", [](const Statement &row) { return row.text(0); });
    sqlite3_progress_handler(database.handle(), 0, nullptr, nullptr);
    if (!verdict)
        return verdict.error();
    if (verdict->value_or(QString()) != u"ok")
        return Error{ErrorKind::Damaged, QStringLiteral("The case file is damaged."), verdict->value_or(QString())};
    return {};
}

QString damagedSentence(const CaseFolder &folder)
{
    const QStringList backups = automaticBackups(folder);
    const QString where =
        backups.isEmpty()
            ? QStringLiteral("There is no automatic backup.")
            : QStringLiteral("The newest automatic backup is “%1”; the command “carveout rebuild %2” makes the "
                             "case anew from it and the originals.")
                  .arg(backups.first(), folder.path());
    return QStringLiteral(
               "The case file is damaged, so it can only be read as far as it goes; nothing in it was changed. ") +
           where;
}

Result<OpenedCase> createCase(const CaseFolder &folder, const QByteArray &vfs)
{
    if (const auto made = folder.make(); !made)
        return made.error();
    const auto create = [&]() -> Result<OpenedCase> {
        auto lock = CaseLock::take(folder.lockPath());
        if (!lock)
            return lock.error();
        auto database = Database::open(folder.databasePath(), OpenMode::Create, vfs);
        if (!database)
            return database.error();
        // The schema goes into the file itself before the log is turned on: checkHeader looks there.
        if (const auto made = migrate(**database); !made)
            return made.error();
        if (const auto set = setUpWriting(**database); !set)
            return set.error();
        if (const auto synced = syncFolder(folder.path()); !synced)
            return synced.error();
        return OpenedCase{std::move(*lock), std::move(*database), {}};
    };
    auto created = create();
    if (!created)
        folder.unmake();
    return created;
}

Result<OpenedCase> openCase(const CaseFolder &folder, const QByteArray &vfs)
{
    const auto damaged = [&folder](const Error &error) {
        return Error{ErrorKind::Damaged, damagedSentence(folder), error.detail};
    };
    if (const auto header = checkHeader(folder.databasePath()); !header)
        return header.error().kind == ErrorKind::Damaged ? damaged(header.error()) : header.error();
    QString reason = QStringLiteral("The case can only be read, because its folder cannot be written to.");
    if (folder.isWritable()) {
        auto lock = CaseLock::take(folder.lockPath());
        if (lock) {
            auto opened = readWrite(folder, vfs, std::move(*lock));
            if (opened || opened.error().kind != ErrorKind::Damaged)
                return opened;
            reason = damagedSentence(folder);
        } else
            reason = lock.error().sentence;
    }
    auto opened = readOnly(folder, vfs, reason);
    if (!opened && opened.error().kind == ErrorKind::Damaged)
        return damaged(opened.error());
    return opened;
}

Result<OpenedCase> openCaseForReading(const CaseFolder &folder, const QByteArray &vfs)
{
    const auto pointingToBackup = [&folder](const Error &error) {
        return error.kind == ErrorKind::Damaged ? Error{error.kind, damagedSentence(folder), error.detail} : error;
    };
    if (const auto header = checkHeader(folder.databasePath()); !header)
        return pointingToBackup(header.error());
    auto opened = readOnly(folder, vfs, QStringLiteral("This connection is for reading only."));
    if (!opened)
        return pointingToBackup(opened.error());
    return opened;
}

} // namespace model::store
