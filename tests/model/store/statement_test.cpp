// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/store/query.h"

using namespace model;
using namespace model::store;

namespace {

std::unique_ptr<Database> emptyDatabase()
{
    return must(Database::open(QStringLiteral(":memory:"), OpenMode::Create));
}

} // namespace

TEST_CASE("What is bound comes back, also empty, null and beyond ASCII")
{
    const auto database = emptyDatabase();
    must(database->run("CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB, n TEXT) STRICT"));
    const QByteArray blob("\0\1\2", 3);
    must(execute(*database, "INSERT INTO t VALUES (?, ?, ?, ?, ?)", qint64(1) << 40, 0.5, QStringLiteral("é私"), blob,
                 std::optional<QString>()));
    must(execute(*database, "INSERT INTO t VALUES (?, ?, ?, ?, ?)", 0, 0.0, QString(), QByteArray(), QString()));
    const auto rows =
        must(queryAll(*database, "SELECT i, r, s, b, n FROM t ORDER BY i DESC", [&](const Statement &row) {
            return std::make_tuple(row.integer(0), row.real(1), row.text(2), row.blob(3), row.isNull(4));
        }));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0] == std::make_tuple(qint64(1) << 40, 0.5, QStringLiteral("é私"), blob, true));
    CHECK(rows[1] == std::make_tuple(qint64(0), 0.0, QString(), QByteArray(), false));
}

TEST_CASE("A value that does not fit its type is damage, not a crash")
{
    const auto database = emptyDatabase();
    const auto asTag = queryOne(*database, "SELECT x'0102'", [](const Statement &row) { return row.id<Tag>(0); });
    REQUIRE_FALSE(asTag);
    CHECK(asTag.error().kind == ErrorKind::Damaged);
    const auto asHash = queryAll(*database, "SELECT NULL", [](const Statement &row) { return row.sha256(0); });
    CHECK(asHash.error().kind == ErrorKind::Damaged);
    const auto asWord =
        queryOne(*database, "SELECT 'maybe'", [](const Statement &row) { return row.word(0, &tagKindFromWord); });
    CHECK(asWord.error().kind == ErrorKind::Damaged);
    CHECK_FALSE(must(queryOne(*database, "SELECT NULL", [](const Statement &row) {
                    return row.optionalId<Tag>(0);
                }))->has_value());
}

TEST_CASE("A statement in use can be used again further down")
{
    const auto database = emptyDatabase();
    const char *sql = "SELECT value FROM json_each(?)";
    const QString numbers = QStringLiteral("[1,2,3]");
    qint64 sum = 0;
    must(queryAll(
        *database, sql,
        [&](const Statement &outer) {
            const auto inner = must(queryAll(
                *database, sql, [](const Statement &row) { return row.integer(0); }, numbers));
            for (const qint64 value : inner)
                sum += value * outer.integer(0);
            return 0;
        },
        numbers));
    CHECK(sum == 36);
}

TEST_CASE("A wrong statement is an error that names it")
{
    const auto database = emptyDatabase();
    const auto wrong = execute(*database, "SELECT * FROM nothing");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().detail.contains(QStringLiteral("nothing")));
    const auto unbound = execute(*database, "SELECT 1", 5);
    CHECK_FALSE(unbound);
}
