// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/passage.h"
#include "tests/support/catch.h"

using namespace model;

namespace {
const Sha256 sha = Sha256::of("document");
}

TEST_CASE("a passage keeps its words and what stands around them")
{
    const QString page = QStringLiteral("Before. The partner could read messages. After.");
    const auto passage = makePassage(sha, 0, page, 12, 0, page, 19);
    REQUIRE(passage);
    CHECK(passage->quote == QStringLiteral("partner"));
    CHECK(passage->prefix == QStringLiteral("Before. The "));
    CHECK(passage->suffix == page.mid(19, Passage::contextLength));
    CHECK(passage->rangeOnPage(0, page.size()) == TextRange{12, 19});
    CHECK(passage->rangeOnPage(1, 10).isEmpty());
}

TEST_CASE("a passage over a page break ends on the next page")
{
    const QString first = QStringLiteral("one two");
    const QString second = QStringLiteral("three four");
    const auto passage = makePassage(sha, 4, first, 4, 5, second, 5);
    REQUIRE(passage);
    CHECK(passage->quote == QStringLiteral("two\nthree"));
    CHECK(passage->rangeOnPage(4, first.size()) == TextRange{4, 7});
    CHECK(passage->rangeOnPage(5, second.size()) == TextRange{0, 5});
}

TEST_CASE("a range outside the text, backwards, blank or over two breaks is no passage")
{
    const QString page = QStringLiteral("word  word");
    CHECK_FALSE(makePassage(sha, 0, page, 3, 0, page, 3));
    CHECK_FALSE(makePassage(sha, 0, page, 5, 0, page, 2));
    CHECK_FALSE(makePassage(sha, 0, page, 0, 0, page, 11));
    CHECK_FALSE(makePassage(sha, 0, page, 4, 0, page, 6));
    CHECK_FALSE(makePassage(sha, 0, page, 0, 2, page, 3));
    CHECK_FALSE(makePassage(sha, 1, page, 0, 0, page, 3));
}
