// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/store_search/searchable_case.h"
#include "tests/support/catch.h"

using namespace model;
using namespace model::store;

namespace {

QStringList termsOf(SearchableCase &file, const char *table)
{
    file.run(QByteArray("CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, ") + table + ", 'instance')");
    QStringList terms;
    auto statement = file.database().prepare("SELECT term, \"offset\" FROM temp.seen WHERE term <> char (1)"
                                             " ORDER BY \"offset\", term");
    REQUIRE(statement);
    while (*statement->step())
        terms += statement->text(0) + u'@' + QString::number(statement->integer(1));
    return terms;
}

} // namespace

TEST_CASE("page texts enter the index as words at positions, joined words and parts at the same one")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("The Partner-\nship, opt-out.")});
    CHECK(termsOf(file, "page_index") == QStringList{QStringLiteral("the@1"), QStringLiteral("partner@2"),
                                                     QStringLiteral("partnership@2"), QStringLiteral("ship@2"),
                                                     QStringLiteral("opt@3"), QStringLiteral("optout@3"),
                                                     QStringLiteral("out@4")});
}

TEST_CASE("every connection can search, also one that only reads")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("some words")});
    auto reader = Database::open(file.path(), OpenMode::ReadOnly);
    REQUIRE(reader);
    auto statement = (*reader)->prepare("SELECT count (*) FROM page_index WHERE page_index MATCH '\"words\"'");
    REQUIRE(statement);
    REQUIRE(*statement->step());
    CHECK(statement->integer(0) == 1);
}

TEST_CASE("in a query only blanks break words, so that what is folded already stays as it is")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("opt-out 研究生")});
    auto statement = file.database().prepare("SELECT count (*) FROM page_index WHERE page_index MATCH ?1");
    REQUIRE(statement);
    const auto count = [&statement](const char *expression) {
        statement->bind(1, QString::fromUtf8(expression));
        REQUIRE(*statement->step());
        const qint64 found = statement->integer(0);
        statement->reset();
        return found;
    };
    CHECK(count("\"opt out\"") == 1);
    CHECK(count("\"opt-out\"") == 0);
    CHECK(count("\"研究生\"") == 1);
    CHECK(count("\"OPT\"") == 0);
}
