// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/store/case_opening.h"
#include "model/store/query.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace model;
using namespace model::store;

TEST_CASE("An open case is kept safely: log, full sync, foreign keys, and deleted bytes overwritten")
{
    TemporaryCase test;
    Database &database = test.file().database();
    const auto pragma = [&database](const char *name) {
        return *must(
            queryOne(database, QByteArray("PRAGMA ") + name, [](const Statement &row) { return row.text(0); }));
    };
    CHECK(pragma("journal_mode") == u"wal");
    CHECK(pragma("synchronous") == u"2");
    CHECK(pragma("foreign_keys") == u"1");
    CHECK(pragma("secure_delete") == u"1");
    CHECK(pragma("busy_timeout") == u"5000");
    CHECK(pragma("temp_store") == u"2"); // in memory: what SQLite sorts is text of documents
}

TEST_CASE("A connection for reading keeps its temporary tables in memory too")
{
    TemporaryCase test;
    const auto reader = must(openCaseForReading(CaseFolder(test.path()), {}));
    CHECK(must(queryNumber(*reader.database, "PRAGMA temp_store")) == 2);
}

TEST_CASE("A check of the whole file finds a broken page, and can be stopped")
{
    TemporaryCase test;
    test.addDocument(QStringLiteral("memo.pdf"), QStringList(40, QString(4000, u'x')));
    CHECK(checkWhole(test.file().database()));
    std::stop_source stopped;
    stopped.request_stop();
    // Large enough that SQLite looks up from its work at all.
    for (int i = 0; i < 40; ++i)
        test.addDocument(QStringLiteral("%1.pdf").arg(i), QStringList(40, QString(500, u'y')));
    CHECK(checkWhole(test.file().database(), stopped.get_token()).error().kind == ErrorKind::Cancelled);
    CHECK(checkWhole(test.file().database()));
}

TEST_CASE("A case's folder is its owner's alone")
{
    TemporaryCase test;
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    CHECK((QFileInfo(test.path()).permissions() & others) == QFile::Permissions());
    CHECK(QDir(test.path() + QStringLiteral("/originals")).exists());
}

TEST_CASE("Originals lie under the first two digits of their hash")
{
    const Sha256 sha = Sha256::of("x");
    CHECK(CaseFolder(QStringLiteral("/case/")).originalPath(sha) ==
          QStringLiteral("/case/originals/2d/") + sha.toHex());
}

TEST_CASE("A file that is no database at all is damaged, and the sentence says whether there is a backup")
{
    TemporaryCase test;
    must(test.file().makeAutomaticBackup());
    test.close();
    QFile file(CaseFolder(test.path()).databasePath());
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.write("no longer");
    file.close();
    const auto opened = openCase(CaseFolder(test.path()), {});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == ErrorKind::Damaged);
    CHECK(opened.error().sentence.contains(QStringLiteral("The newest automatic backup is “")));
}

TEST_CASE("A connection for reading cannot write")
{
    TemporaryCase test;
    const auto reader = must(openCaseForReading(CaseFolder(test.path()), {}));
    CHECK_FALSE(reader.database->run("DELETE FROM holder"));
    CHECK(must(test.file().holders()).size() == 1);
}

TEST_CASE("The lock is free again once the case is closed")
{
    TemporaryCase test;
    CHECK(CaseLock::take(CaseFolder(test.path()).lockPath()).error().kind == ErrorKind::Locked);
    test.close();
    CHECK(CaseLock::take(CaseFolder(test.path()).lockPath()));
}
