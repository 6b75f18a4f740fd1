// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/random_reporter.h"
#include "tests/support/temporary_case.h"

#include "model/session/rebuild.h"
#include "model/session/verify.h"
#include "model/session/withdraw.h"
#include "model/store/automatic_backup.h"
#include "model/store/case_folder.h"
#include "model/store/case_lock.h"
#include "model/store/document_table.h"

#include <QDir>
#include <QFile>

#include <array>
#include <thread>

using namespace model;
using namespace model::session;

namespace {

const QString page = QStringLiteral("Alder Bank could read private messages of its users.\nNobody had asked them.");

} // namespace

TEST_CASE("A damaged case is opened for reading and points to the automatic backup, from which it can be made anew")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("memo.pdf"), {page, page});
    RandomReporter reporter(test.file(), {sha}, 5);
    for (int i = 0; i < 30; ++i)
        must(test.file().decide(reporter.next()));
    const auto evidence = must(test.file().evidence());
    const auto tags = must(test.file().tagsOfDocument(sha));
    const Sha256 head = must(test.file().journalHead());
    must(test.file().makeAutomaticBackup());
    test.close();

    const store::CaseFolder folder(test.path());
    const QString backup = store::automaticBackups(folder).value(0);
    QFile database(folder.databasePath());
    REQUIRE(database.open(QIODevice::ReadWrite));
    // Whole pages of the file, but not the first, which says what it is.
    database.seek(3 * 4096);
    database.write(QByteArray(6 * 4096, 'x'));
    database.close();
    const QByteArray before = [&] {
        QFile file(folder.databasePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();

    const auto damaged = CaseFile::open(test.path(), Access::ReadWrite, {});
    const QString sentence = damaged ? (**damaged).readOnlyReason() : damaged.error().sentence;
    CHECK(sentence.contains(QStringLiteral("is damaged")));
    CHECK(sentence.contains(backup));
    CHECK(sentence.contains(QStringLiteral("carveout rebuild ") + folder.path()));
    REQUIRE(database.open(QIODevice::ReadOnly));
    CHECK(database.readAll() == before);
    database.close();

    must(rebuildFromBackup(backup, test.path()));
    CHECK(QFile::exists(folder.databasePath() + QStringLiteral(".damaged-1")));
    test.reopen();
    CHECK_FALSE(test.file().isReadOnly());
    CHECK(must(test.file().journalHead()) == head);
    CHECK(must(test.file().tagsOfDocument(sha)) == tags);
    CHECK(must(test.file().evidence()).size() == evidence.size());
    CHECK(must(store::DocumentTable(test.file().database()).waiting()).size() == 1);
    CHECK(must(verify(test.file())).problems == QStringList());
}

TEST_CASE("A rebuild takes the newest backup that can be read, and nothing but a damaged case is rebuilt")
{
    TemporaryCase test;
    const store::CaseFolder folder(test.path());
    must(test.file().makeAutomaticBackup());
    const Sha256 head = must(test.file().journalHead());
    must(test.file().decide({{journal::SetHolders{{QStringLiteral("Elm")}}}}));
    must(test.file().makeAutomaticBackup());
    const QStringList backups = store::automaticBackups(folder);
    REQUIRE(backups.size() == 2);
    const auto write = [](const QString &path, const QByteArray &bytes) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    CHECK(rebuild(test.path()).error().kind == ErrorKind::Invalid);
    CHECK_FALSE(QFile::exists(folder.setAsidePath(1)));
    test.close();
    CHECK(rebuild(test.path()).error().kind == ErrorKind::Invalid);

    write(backups.first(), "no database");
    SECTION("a file that is none any longer")
    {
        write(folder.databasePath(), "no database either");
        const auto held = must(store::CaseLock::take(folder.lockPath()));
        CHECK(rebuild(test.path()).error().kind == ErrorKind::Locked);
    }
    SECTION("a file that is gone")
    {
        REQUIRE(QFile::remove(folder.databasePath()));
    }
    CHECK(must(rebuild(test.path())) == backups[1]);
    test.reopen();
    CHECK(must(test.file().journalHead()) == head);
    CHECK(must(verify(test.file())).problems == QStringList());

    test.close();
    QDir(folder.backupsPath()).removeRecursively();
    write(folder.databasePath(), "no database");
    CHECK(rebuild(test.path()).error().kind == ErrorKind::NotFound);
    CHECK(rebuild(test.folder() + QStringLiteral("/nowhere")).error().kind == ErrorKind::NotFound);
}

TEST_CASE("The number of a withdrawn document is given to none, not after a rebuild either")
{
    TemporaryCase test;
    const store::CaseFolder folder(test.path());
    test.addDocument(QStringLiteral("memo.pdf"), {page});
    const Sha256 sha = must(test.file().documents()).front().sha256;
    must(withdraw(test.file(), sha, QStringLiteral("privileged")));
    test.close();
    REQUIRE(QFile::remove(folder.databasePath()));
    must(rebuild(test.path()));
    test.reopen();
    test.addDocument(QStringLiteral("other.pdf"), {page});
    CHECK(must(test.file().documents()).front().number == 2);
}

TEST_CASE("Automatic backups are three deep and are made when a day has passed and something was decided")
{
    TemporaryCase test;
    const store::CaseFolder folder(test.path());
    store::Database &database = test.file().database();
    const qint64 dayMs = 24LL * 60 * 60 * 1000;
    qint64 now = 1523527200000;
    must(store::makeAutomaticBackupIfDue(database, folder, now));
    CHECK(store::automaticBackups(folder).size() == 1);
    must(store::makeAutomaticBackupIfDue(database, folder, now + 2 * dayMs));
    CHECK(store::automaticBackups(folder).size() == 1);
    for (int i = 0; i < 5; ++i) {
        must(test.file().decide({{journal::SetHolders{{QStringLiteral("H%1").arg(i)}}}}));
        must(store::makeAutomaticBackupIfDue(database, folder, now + dayMs / 2));
        CHECK(store::automaticBackups(folder).size() == std::min(i + 1, 3));
        now += 2 * dayMs;
        must(store::makeAutomaticBackupIfDue(database, folder, now));
    }
    CHECK(store::automaticBackups(folder).size() == 3);
    CHECK(QDir(folder.backupsPath()).entryList(QDir::Files).size() == 3);
}

TEST_CASE("Automatic backups that are asked for at once are made one after the other")
{
    TemporaryCase test;
    const store::CaseFolder folder(test.path());
    std::array<int, 2> failed = {};
    {
        std::array<std::jthread, 2> threads;
        for (size_t i = 0; i < threads.size(); ++i) {
            threads[i] = std::jthread([&folder, &failed, i] {
                for (int n = 0; n < 10; ++n)
                    failed[i] += store::makeAutomaticBackup(folder, 1523527200000 + n) ? 0 : 1;
            });
        }
    }
    CHECK(failed == std::array<int, 2>{});
    CHECK(QDir(folder.backupsPath()).entryList(QDir::Files).size() == 3);
}
