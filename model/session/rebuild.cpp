// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/rebuild.h"

#include "model/journal/replay.h"
#include "model/store/automatic_backup.h"
#include "model/store/case_lock.h"
#include "model/store/case_opening.h"
#include "model/store/database.h"
#include "model/store/document_table.h"
#include "model/store/migrations.h"
#include "model/store/online_backup.h"
#include "model/store/transaction.h"

#include <QFile>

namespace model::session {
namespace {

/// The damaged database and its log get names of their own; nothing is overwritten.
Result<void> setAside(const store::CaseFolder &folder)
{
    int number = 1;
    while (QFile::exists(folder.setAsidePath(number)))
        ++number;
    for (const char *suffix : {"-wal", "-shm", ""}) {
        const QString from = folder.databasePath() + QLatin1String(suffix);
        if (QFile::exists(from) && !QFile::rename(from, folder.setAsidePath(number) + QLatin1String(suffix)))
            return Error{ErrorKind::Io, QStringLiteral("The damaged case file could not be set aside.")};
    }
    return store::syncFolder(folder.path());
}

/// Nothing may be lost of a case that can be worked on.
Result<void> requireDamage(const store::CaseFolder &folder)
{
    const auto opened = store::openCaseForReading(folder, {});
    const bool isGone = !QFile::exists(folder.databasePath()) && !store::automaticBackups(folder).isEmpty();
    if (!opened)
        return opened.error().kind == ErrorKind::Damaged || isGone ? Result<void>() : opened.error();
    const auto sound = store::checkWhole(*opened->database);
    if (sound)
        return Error{ErrorKind::Invalid, QStringLiteral("The case is not damaged, so nothing was done.")};
    return sound.error().kind == ErrorKind::Damaged ? Result<void>() : sound;
}

} // namespace

Result<QString> rebuild(const QString &path)
{
    const store::CaseFolder folder(path);
    if (const auto damaged = requireDamage(folder); !damaged)
        return damaged.error();
    Error failure{
        ErrorKind::NotFound,
        QStringLiteral("There is no automatic backup to make the case anew from. Restore a backup that you made.")};
    for (const QString &backup : store::automaticBackups(folder)) {
        const auto rebuilt = rebuildFromBackup(backup, path);
        if (rebuilt)
            return backup;
        if (rebuilt.error().kind != ErrorKind::Damaged && rebuilt.error().kind != ErrorKind::NotFound)
            return rebuilt.error();
        failure = rebuilt.error();
    }
    return failure;
}

Result<void> rebuildFromBackup(const QString &backup, const QString &path)
{
    const store::CaseFolder folder(path);
    const auto lock = store::CaseLock::take(folder.lockPath());
    if (!lock)
        return lock.error();
    const QString rebuilt = folder.rebuiltPath();
    QFile::remove(rebuilt);
    {
        auto database = store::openAutomaticBackup(backup);
        if (!database)
            return database.error();
        if (const auto copied = store::copyDatabase(**database, rebuilt); !copied)
            return copied;
        auto copy = store::Database::open(rebuilt, store::OpenMode::ReadWrite);
        if (!copy)
            return copy.error();
        if (const auto migrated = store::migrate(**copy); !migrated)
            return migrated;
        auto transaction = store::Transaction::begin(**copy);
        if (!transaction)
            return transaction.error();
        if (const auto replayed = journal::replay(**copy, **copy); !replayed)
            return replayed;
        if (const auto waiting = store::DocumentTable(**copy).readAllAgain(); !waiting)
            return waiting;
        if (const auto committed = transaction->commit(); !committed)
            return committed;
    }
    if (const auto synced = store::syncFile(rebuilt); !synced)
        return synced;
    if (const auto aside = setAside(folder); !aside)
        return aside;
    return store::replaceFile(rebuilt, folder.databasePath());
}

} // namespace model::session
