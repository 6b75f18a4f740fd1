// SPDX-License-Identifier: GPL-3.0-or-later
// A new or renamed file survives a power cut only when its folder was synced after it. This binary has an fsync of its
// own, which notes what was synced, in order.
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/intake/originals.h"
#include "model/session/backup.h"
#include "model/session/rebuild.h"
#include "model/session/withdraw.h"
#include "model/store/automatic_backup.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <mutex>
#include <sys/syscall.h>
#include <unistd.h>

using namespace model;
using namespace model::session;

namespace {

std::mutex mutex;
QStringList synced; ///< paths

} // namespace

extern "C" int fsync(int descriptor)
{
    const QString path = QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(descriptor));
    const std::lock_guard lock(mutex);
    synced += path;
    return static_cast<int>(syscall(SYS_fsync, descriptor));
}

namespace {

/// What was synced since this was asked last.
QStringList syncedSince()
{
    const std::lock_guard lock(mutex);
    return std::exchange(synced, {});
}

/// Whether the folder `folder` was synced after a file of it whose name begins with `name`.
bool isSyncedAfter(const QStringList &paths, const QString &folder, const QString &name)
{
    bool file = false;
    for (const QString &path : paths) {
        file = file || path.startsWith(folder + QLatin1Char('/') + name);
        if (file && path == folder)
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("A new case is synced, and so is the folder that it was made in")
{
    syncedSince();
    TemporaryCase test;
    const QStringList paths = syncedSince();
    CHECK(paths.contains(test.folder()));
    CHECK(paths.lastIndexOf(test.path()) >= 0);
}

TEST_CASE("An original is synced before it has its name, and its folders are after")
{
    TemporaryCase test;
    const QString folder = test.path() + QStringLiteral("/originals");
    const intake::Originals originals(folder);
    const QByteArray bytes = "some bytes";
    const QString own = folder + QLatin1Char('/') + Sha256::of(bytes).toHex().left(2);
    for (const bool isNew : {true, false}) {
        CAPTURE(isNew);
        auto incoming = must(originals.begin());
        must(incoming->append(bytes));
        syncedSince();
        CHECK(must(incoming->keep()).isNew == isNew);
        const QStringList paths = syncedSince();
        // Of one that is there already, whoever put it there may have been killed before its name was on the disk.
        CHECK(paths.contains(folder));
        CHECK(paths.last() == (isNew ? own : folder));
        CHECK(paths.contains(own));
        CHECK(paths.first().contains(QStringLiteral("/.incoming-")) == isNew);
    }
}

TEST_CASE("Backups, a restored case and a rebuilt one are synced with their folders")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("Words.")});
    const store::CaseFolder folder(test.path());
    syncedSince();
    must(test.file().makeAutomaticBackup());
    CHECK(isSyncedAfter(syncedSince(), folder.backupsPath(), QStringLiteral("unfinished.part")));

    const QString tar = test.folder() + QStringLiteral("/case.tar");
    must(backup(test.file(), tar));
    CHECK(isSyncedAfter(syncedSince(), test.folder(), QStringLiteral("case.tar.part")));

    must(restore(tar, test.folder() + QStringLiteral("/copy.carveout")));
    const QStringList restored = syncedSince();
    CHECK(restored.last() == test.folder());
    const QString original = QStringLiteral("/originals/") + sha.toHex().left(2);
    const auto isSynced = [&restored](const QString &end) {
        return std::any_of(restored.begin(), restored.end(),
                           [&end](const QString &path) { return path.endsWith(end); });
    };
    CHECK(isSynced(original));
    CHECK(isSynced(original + QLatin1Char('/') + sha.toHex()));
    CHECK(isSynced(QStringLiteral("/case.sqlite")));

    test.close();
    QFile database(folder.databasePath());
    REQUIRE(database.open(QIODevice::WriteOnly));
    database.write("no database");
    database.close();
    syncedSince();
    must(rebuild(test.path()));
    const QStringList rebuilt = syncedSince();
    CHECK(isSyncedAfter(rebuilt, folder.path(), QStringLiteral("case.sqlite.part")));
    CHECK(rebuilt.last() == folder.path());
}

TEST_CASE("What is withdrawn is announced on the disk before it goes, and its original is gone from there after")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("Words.")});
    const store::CaseFolder folder(test.path());
    syncedSince();
    must(withdraw(test.file(), sha, QStringLiteral("privileged")));
    const QStringList paths = syncedSince();
    CHECK(paths.first() == folder.path());
    CHECK(paths.contains(QFileInfo(folder.originalPath(sha)).path()));
    CHECK(paths.contains(folder.backupsPath()));
}
