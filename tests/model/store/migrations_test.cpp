// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/session/verify.h"
#include "model/store/case_folder.h"
#include "model/store/migrations.h"
#include "model/store/query.h"

#include <QDir>
#include <QFile>

#include <map>

using namespace model;
using namespace model::store;

namespace {

std::map<QString, QByteArray> contents(const QString &folder)
{
    std::map<QString, QByteArray> files;
    const QFileInfoList entries = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &entry : entries) {
        QFile file(entry.filePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        files[entry.fileName()] = file.readAll();
    }
    return files;
}

/// Changes the closed case's file with a plain connection.
void change(const TemporaryCase &test, const QByteArray &sql)
{
    const auto database = must(Database::open(CaseFolder(test.path()).databasePath(), OpenMode::ReadWrite));
    must(database->run("PRAGMA journal_mode = DELETE"));
    must(database->run(sql));
}

Error openingError(const TemporaryCase &test)
{
    auto opened = session::CaseFile::open(test.path(), session::Access::ReadWrite, {});
    return opened ? Error{} : opened.error();
}

} // namespace

TEST_CASE("A case from a newer version is refused with a clear sentence, and nothing is written")
{
    TemporaryCase test;
    test.close();
    change(test, "PRAGMA user_version = " + QByteArray::number(newestSchemaVersion() + 1));
    const auto before = contents(test.path());
    const Error error = openingError(test);
    CHECK(error.kind == ErrorKind::NewerVersion);
    CHECK(error.sentence.startsWith(u"This case was written by a newer version of Carveout."));
    CHECK(contents(test.path()) == before);
    CHECK(session::CaseFile::open(test.path(), session::Access::ReadOnly, {}).error().kind == ErrorKind::NewerVersion);
}

TEST_CASE("Another program's database is not a case, and nor is a folder without one")
{
    TemporaryCase test;
    test.close();
    change(test, "PRAGMA application_id = 0");
    CHECK(openingError(test).kind == ErrorKind::NotFound);
    CHECK(openingError(test).sentence == u"This is not a Carveout case.");
    REQUIRE(QFile::remove(CaseFolder(test.path()).databasePath()));
    CHECK(openingError(test).kind == ErrorKind::NotFound);
}

TEST_CASE("A case with tables or triggers of another's making is refused")
{
    TemporaryCase test;
    test.close();
    const char *sql = GENERATE("CREATE TRIGGER t AFTER INSERT ON tag BEGIN DELETE FROM note; END",
                               "DROP TABLE note; CREATE VIEW note AS SELECT 1 AS id, 2 AS target, 3 AS text",
                               "ALTER TABLE note ADD COLUMN more TEXT");
    change(test, sql);
    CHECK(openingError(test).kind == ErrorKind::Invalid);
}

TEST_CASE("Each schema step leaves its number, and one that fails leaves nothing")
{
    const auto database = must(Database::open(QStringLiteral(":memory:"), OpenMode::Create));
    must(migrate(*database));
    CHECK(must(checkedVersion(*database)) == newestSchemaVersion());
    CHECK(must(queryNumber(*database, "PRAGMA application_id")) == caseApplicationId);
    must(checkSchema(*database, newestSchemaVersion()));
    for (int version = 1; version <= newestSchemaVersion(); ++version)
        CHECK_FALSE(schemaStep(version).isEmpty());
    CHECK(schemaStep(newestSchemaVersion() + 1).isEmpty());

    const auto taken = must(Database::open(QStringLiteral(":memory:"), OpenMode::Create));
    must(taken->run("CREATE TABLE note (x)"));
    CHECK_FALSE(migrate(*taken));
    CHECK(must(queryNumber(*taken, "PRAGMA user_version")) == 0);
    CHECK(must(queryNumber(*taken, "SELECT count(*) FROM sqlite_schema")) == 1);
}

TEST_CASE("A case of the first version is brought up to date when it is opened, and keeps what is in it")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("Alder Bank could read messages.")});
    must(test.file().decide({{journal::AddTag{
        {TagId::create(), TagKind::Evidence, test.passage(sha, 0, QStringLiteral("could read")), std::nullopt}}}}));
    test.close();
    change(test, "DROP TABLE rejection; DROP TABLE blocked_name; DROP TABLE suggestion_link; DROP TABLE suggestion_tag;"
                 "DROP TABLE suggestion_basis; DROP TABLE learning; DROP TABLE forgotten_page; DROP TABLE remembered;"
                 "DROP TABLE remembered_document; DROP TABLE partner_group; PRAGMA user_version = 1");
    CHECK(session::CaseFile::open(test.path(), session::Access::ReadOnly, {}).error().kind == ErrorKind::ReadOnly);
    test.reopen();
    CHECK(must(checkedVersion(test.file().database())) == newestSchemaVersion());
    CHECK(must(test.file().tagsOfDocument(sha)).size() == 1);
    must(test.file().decide({{journal::BlockName{QStringLiteral("Harbour")}}}));
    CHECK(must(session::verify(test.file())).problems == QStringList());
    CHECK(QFile::exists(CaseFolder(test.path()).backupsPath() + QStringLiteral("/before-version-2.sqlite")));
}

TEST_CASE("The schema of a case made step by step is that of a fresh one")
{
    // One stored case per released schema will join this: tests/data/schema-N.sqlite.
    const auto stepwise = must(Database::open(QStringLiteral(":memory:"), OpenMode::Create));
    for (int version = 1; version <= newestSchemaVersion(); ++version)
        must(migrate(*stepwise, version));
    must(checkSchema(*stepwise, newestSchemaVersion()));
}
