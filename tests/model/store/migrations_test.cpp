// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/session/verify.h"
#include "model/store/case_folder.h"
#include "model/store/document_table.h"
#include "model/store/migrations.h"
#include "model/store/query.h"

#include <QDir>
#include <QFile>

#include <map>

#include <sqlite3.h>

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

/// The names of a table's columns, parted by commas.
QByteArray columnsOf(Database &database, const QString &table)
{
    QByteArrayList names;
    for (const QString &name :
         must(queryAll(database, "SELECT name FROM pragma_table_info('" + table.toUtf8() + "') ORDER BY cid",
                       [](const Statement &row) { return row.text(0); })))
        names += name.toUtf8();
    return names.join(',');
}

/// Makes of the closed case one of an earlier version, with all in it that such a one could hold.
void setBack(const TemporaryCase &test, int version)
{
    const CaseFolder folder(test.path());
    change(test, ""); // all of it is in one file
    const QString newer = test.path() + QStringLiteral("/newer.sqlite");
    REQUIRE(QFile::rename(folder.databasePath(), newer));
    {
        const auto older = must(Database::open(folder.databasePath(), OpenMode::Create));
        must(migrate(*older, version));
        must(older->run("PRAGMA foreign_keys = OFF; ATTACH '" + uriOf(newer, OpenMode::ReadWrite) + "' AS newer"));
        // The search index is in tables that are not written by hand else.
        REQUIRE(sqlite3_db_config(older->handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr) == SQLITE_OK);
        const auto tables = must(queryAll(*older,
                                          "SELECT name FROM main.sqlite_schema WHERE type = 'table'"
                                          " AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite%'",
                                          [](const Statement &row) { return row.text(0); }));
        for (const QString &table : tables) {
            const QByteArray columns = columnsOf(*older, table);
            const QByteArray name = table.toUtf8();
            must(older->run("DELETE FROM main." + name + "; INSERT INTO main." + name + " (" + columns + ") SELECT " +
                            columns + " FROM newer." + name));
        }
    }
    REQUIRE(QFile::remove(newer));
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

TEST_CASE("A case of an earlier version is brought up to date when it is opened, and keeps what is in it")
{
    const int version = GENERATE(range(1, newestSchemaVersion()));
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("Alder Bank could read messages.")});
    must(test.file().decide({{journal::AddTag{
        {TagId::create(), TagKind::Evidence, test.passage(sha, 0, QStringLiteral("could read")), std::nullopt}}}}));
    test.close();
    setBack(test, version);
    CHECK(session::CaseFile::open(test.path(), session::Access::ReadOnly, {}).error().kind == ErrorKind::ReadOnly);
    test.reopen();
    CHECK(must(checkedVersion(test.file().database())) == newestSchemaVersion());
    CHECK(must(test.file().tagsOfDocument(sha)).size() == 1);
    must(test.file().decide({{journal::BlockName{QStringLiteral("Harbour")}}}));
    CHECK(must(session::verify(test.file())).problems == QStringList());
    CHECK(QFile::exists(CaseFolder(test.path()).backupsPath() +
                        QStringLiteral("/before-version-%1.sqlite").arg(version + 1)));
}

TEST_CASE("PDFs that an earlier version read wait for the files inside them to be taken out")
{
    int step = 1;
    while (!schemaStep(step).contains("CREATE TABLE held_files"))
        ++step;
    const auto database = must(Database::open(QStringLiteral(":memory:"), OpenMode::Create));
    must(migrate(*database, step - 1));
    must(database->run("INSERT INTO document (number, sha256, size, state, kind, facts) VALUES"
                       " (1, zeroblob(32), 1, 'read', 'pdf', '{\"embeddedFiles\": [\"a.xls\"]}'),"
                       " (2, randomblob(32), 1, 'read', 'pdf', '{\"embeddedFiles\": []}'),"
                       " (3, randomblob(32), 1, 'read', 'mail', '{\"embeddedFiles\": [\"a.xls\"]}'),"
                       " (4, randomblob(32), 1, 'read', 'pdf', 'no facts');"
                       "INSERT INTO bundle (id, label, imported_ms) VALUES (1, 'b', 0);"
                       "INSERT INTO origin (document, bundle, path) VALUES (1, 1, 'report.pdf')"));
    must(migrate(*database));
    const auto holding = must(DocumentTable(*database).holdingFiles());
    REQUIRE(holding.size() == 1);
    CHECK(holding.front().path == u"report.pdf");
    must(DocumentTable(*database).markHeldFilesTaken(1));
    CHECK(must(DocumentTable(*database).holdingFiles()).empty());
}

TEST_CASE("The schema of a case made step by step is that of a fresh one")
{
    // One stored case per released schema will join this: tests/data/schema-N.sqlite.
    const auto stepwise = must(Database::open(QStringLiteral(":memory:"), OpenMode::Create));
    for (int version = 1; version <= newestSchemaVersion(); ++version)
        must(migrate(*stepwise, version));
    must(checkSchema(*stepwise, newestSchemaVersion()));
}
