// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/search.h"

#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

TEST_CASE("a case is searched by the words of its pages and by what was decided")
{
    TemporaryCase place;
    const Sha256 memo = place.addDocument(QStringLiteral("memo.pdf"),
                                          {QStringLiteral("The bank could read"), QStringLiteral("private messages.")});
    place.addDocument(QStringLiteral("press.pdf"), {QStringLiteral("No bank could.")});
    must(place.file().decide({{{journal::MarkPage{memo, 0}}}}));
    const SearchPage both = must(searchCase(place.file(), QStringLiteral("bank"), 0, 50));
    CHECK(both.total == 2);
    const SearchPage read = must(searchCase(place.file(), QStringLiteral("bank read:yes"), 0, 50));
    REQUIRE(read.hits.size() == 1);
    CHECK(read.hits.front().document == memo);
    CHECK(read.hits.front().title == QStringLiteral("memo.pdf"));
    CHECK(must(searchCase(place.file(), QStringLiteral("\"read private\""), 0, 50)).hits.front().runsOnToNextPage);
    CHECK(must(searchCase(place.file(), QStringLiteral("bank"), 1, 50)).hits.size() == 1);
}

TEST_CASE("one document is searched by itself, in the order of its pages")
{
    TemporaryCase place;
    const Sha256 memo =
        place.addDocument(QStringLiteral("memo.pdf"),
                          {QStringLiteral("a bank"), QStringLiteral("nothing"), QStringLiteral("bank, bank")});
    place.addDocument(QStringLiteral("press.pdf"), {QStringLiteral("No bank could, a film could.")});
    const auto hits = must(searchDocument(place.file(), QStringLiteral("film OR bank"), memo, 10));
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].pageIndex == 0);
    CHECK(hits[1].pageIndex == 2);
    CHECK(hits[1].inPage.size() == 2);
    CHECK(must(searchDocument(place.file(), QStringLiteral("bank"), memo, 1)).size() == 1);
    CHECK_FALSE(searchDocument(place.file(), QStringLiteral("(bank"), memo, 1));
}

TEST_CASE("a bad query is refused with the place where it is wrong")
{
    TemporaryCase place;
    // The place is said in characters as people count them, and given in UTF-16 units for the caret.
    const QString query = QStringLiteral("\U0001F600 bank (x");
    const auto result = searchCase(place.file(), query, 0, 50);
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == ErrorKind::Invalid);
    CHECK(result.error().sentence.contains(QStringLiteral("character 8:")));
    const auto problem = checkQuery(query);
    REQUIRE(problem);
    CHECK(problem->position == 8);
    CHECK_FALSE(checkQuery(QStringLiteral("bank")));
}
