// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/rebuild.h"

#include "model/journal/replay.h"
#include "model/store/automatic_backup.h"
#include "model/store/case_lock.h"
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
    const auto aside = [&] { return folder.databasePath() + QStringLiteral(".damaged-%1").arg(number); };
    while (QFile::exists(aside()))
        ++number;
    for (const char *suffix : {"-wal", "-shm", ""}) {
        const QString from = folder.databasePath() + QLatin1String(suffix);
        if (QFile::exists(from) && !QFile::rename(from, aside() + QLatin1String(suffix)))
            return Error{ErrorKind::Io, QStringLiteral("The damaged case file could not be set aside.")};
    }
    return store::syncFolder(folder.path());
}

} // namespace

Result<void> rebuildFromBackup(const QString &backup, const QString &path)
{
    const store::CaseFolder folder(path);
    const auto lock = store::CaseLock::take(folder.lockPath());
    if (!lock)
        return lock.error();
    const QString rebuilt = folder.databasePath() + QStringLiteral(".part");
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
