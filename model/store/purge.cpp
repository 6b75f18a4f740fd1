// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/purge.h"

#include "model/store/automatic_backup.h"
#include "model/store/originals.h"
#include "model/store/query.h"

#include <QFile>
#include <QFileInfo>

namespace model::store {
namespace {

QString announcementPath(const CaseFolder &folder)
{
    return folder.path() + QStringLiteral("/unfinished-withdrawal");
}

/// Damaged case files that a rebuild has set aside hold what they held, and so does an unfinished copy.
Result<void> removeSetAside(const CaseFolder &folder)
{
    for (const QString &path : folder.setAside()) {
        if (!QFile::remove(path))
            return Error{ErrorKind::Io, QStringLiteral("The damaged case file “%1” could not be deleted.").arg(path)};
    }
    return {};
}

/// Those that no document has any more.
Result<void> removeConversions(Database &database, const CaseFolder &folder)
{
    const auto expected =
        queryAll(database, "SELECT sha256 FROM conversion", [](const Statement &row) { return row.sha256(0); });
    if (!expected)
        return expected.error();
    for (const QString &stray : strayConversions(folder, *expected)) {
        const QString path = folder.path() + u'/' + stray;
        if (!QFile::remove(path))
            return Error{ErrorKind::Io, QStringLiteral("The converted document “%1” could not be deleted.").arg(path)};
        if (const auto synced = syncFolder(QFileInfo(path).path()); !synced)
            return synced;
    }
    return {};
}

/// Moves the log into the file and empties it.
Result<void> emptyLog(Database &database)
{
    const auto busy = queryNumber(database, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (!busy)
        return busy.error();
    if (*busy != 0)
        return Error{
            ErrorKind::Busy,
            QStringLiteral("Another program still reads this case, so the last traces of what was withdrawn stay in "
                           "its files. They go when the case is next opened for writing, once it was closed there.")};
    return {};
}

} // namespace

Result<void> announcePurge(const CaseFolder &folder)
{
    QFile file(announcementPath(folder));
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorKind::Io, QStringLiteral("The case folder could not be written to."), file.errorString()};
    file.close();
    return syncFolder(folder.path());
}

bool isPurgeAnnounced(const CaseFolder &folder)
{
    return QFile::exists(announcementPath(folder));
}

Result<void> purge(Database &database, const CaseFolder &folder, const std::vector<Sha256> &originals)
{
    for (const Sha256 &sha : originals) {
        if (const auto removed = removeOriginal(folder, sha); !removed)
            return removed;
    }
    if (const auto removed = removeConversions(database, folder); !removed)
        return removed;
    if (const auto removed = removeBackups(folder); !removed)
        return removed;
    if (const auto removed = removeSetAside(folder); !removed)
        return removed;
    // The log first, for it may hold what was deleted; then the file, anew; then the log through which that went.
    if (const auto emptied = emptyLog(database); !emptied)
        return emptied;
    if (const auto rewritten = database.run("VACUUM"); !rewritten)
        return rewritten;
    if (const auto emptied = emptyLog(database); !emptied)
        return emptied;
    QFile::remove(announcementPath(folder));
    return syncFolder(folder.path());
}

} // namespace model::store
