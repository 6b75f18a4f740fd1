// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/snippet.h"
#include "tests/support/catch.h"

using namespace model;
using namespace model::search;

TEST_CASE("a short page is shown whole, with white space folded and the marks in place")
{
    const QString page = QStringLiteral("  the\n bank\tof  x\n");
    const qsizetype bank = page.indexOf(QStringLiteral("bank"));
    const Snippet snippet = makeSnippet(page, {{bank, bank + 4}});
    CHECK(snippet.text == QStringLiteral("the bank of x"));
    REQUIRE(snippet.marks.size() == 1);
    CHECK(snippet.text.mid(snippet.marks[0].start, snippet.marks[0].length()) == QStringLiteral("bank"));
}

TEST_CASE("a long page is cut at blanks around the first mark")
{
    const QString page = QStringLiteral("lorem ipsum ").repeated(50) + QStringLiteral("bank ") +
                         QStringLiteral("dolor sit ").repeated(50);
    const qsizetype bank = page.indexOf(QStringLiteral("bank"));
    const Snippet snippet = makeSnippet(page, {{bank, bank + 4}, {page.size() - 4, page.size()}});
    CHECK(snippet.text.size() < 260);
    CHECK(snippet.text.startsWith(u'…'));
    CHECK(snippet.text.endsWith(u'…'));
    REQUIRE(snippet.marks.size() == 1);
    CHECK(snippet.text.mid(snippet.marks[0].start, 4) == QStringLiteral("bank"));
    for (const QString &word : snippet.text.mid(1).chopped(1).split(u' ', Qt::SkipEmptyParts))
        CHECK(QStringList({QStringLiteral("lorem"), QStringLiteral("ipsum"), QStringLiteral("bank"),
                           QStringLiteral("dolor"), QStringLiteral("sit")})
                  .contains(word));
}

TEST_CASE("without marks the page's beginning is shown, and text without blanks is cut between characters")
{
    const QString page = QStringLiteral("\U0001F600").repeated(400);
    const Snippet snippet = makeSnippet(page, {});
    CHECK(snippet.marks.empty());
    CHECK(snippet.text.chopped(1).isValidUtf16());
    CHECK(makeSnippet(page, {{401, 403}}).text.isValidUtf16());
    CHECK(makeSnippet(QString(), {}).text.isEmpty());
    CHECK(makeSnippet(QStringLiteral(" \n "), {}).text.isEmpty());
}
