// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/highlighter.h"
#include "tests/support/catch.h"

using namespace model;
using namespace model::search;

namespace {

Highlighter highlighterFor(const char *typed)
{
    WordBreaker breaker;
    const auto query = std::get<Query>(parseQuery(QString::fromUtf8(typed), breaker));
    return Highlighter(
        textMatches(query, breaker, [](const QByteArray &word, int) { return std::vector<QByteArray>{word}; }));
}

/// The highlighted pieces of a page, apart by "|".
QString marked(const char *typed, const QString &page)
{
    WordBreaker breaker;
    QStringList pieces;
    for (const TextRange &range : highlighterFor(typed).find(page.toUtf8(), breaker))
        pieces += page.mid(range.start, range.length());
    return pieces.join(u'|');
}

} // namespace

TEST_CASE("the searched words are found as they stand on the page")
{
    const QString page = QStringLiteral("\U0001F600 The Caf\u00E9 gave part-\nners o\uFB03ce space; cafe\u0301s too.");
    CHECK(marked("cafe", page) == QStringLiteral("Caf\u00E9"));
    CHECK(marked("cafe*", page) == QStringLiteral("Caf\u00E9|cafe\u0301s"));
    CHECK(marked("partners", page) == QStringLiteral("part-\nners"));
    CHECK(marked("\"partners office space\"", page) == QStringLiteral("part-\nners o\uFB03ce space"));
    CHECK(marked("\"gave office\"", page).isEmpty());
    CHECK(marked("the OR space", page) == QStringLiteral("The|space"));
    CHECK(marked("office office*", page) == QStringLiteral("o\uFB03ce"));
}

TEST_CASE("words near each other are marked where they are near, and nowhere else")
{
    const QString page = QStringLiteral("bank a b c d e f bank x messages y");
    CHECK(marked("bank NEAR/2 messages", page) == QStringLiteral("bank|messages"));
    CHECK(marked("NEAR(bank messages, 0)", page).isEmpty());
    CHECK(marked("messages NEAR/1 bank", page) == QStringLiteral("bank|messages"));
}

TEST_CASE("Chinese words are marked however they were cut")
{
    CHECK(marked("消息", QString::fromUtf8("读取私人消\n息。")) == QString::fromUtf8("消\n息"));
}

TEST_CASE("what runs on over a page break is found with both ends")
{
    WordBreaker breaker;
    const PageBody page{"gave access to private", 0, 22};
    const PageBody next{"messages of all", 0, 15};
    const auto phrase = highlighterFor("\"private messages\"").findCrossing(page, next, breaker);
    REQUIRE(phrase);
    CHECK(phrase->start == 15);
    CHECK(phrase->end == 8);
    const auto near = highlighterFor("access NEAR/3 messages").findCrossing(page, next, breaker);
    REQUIRE(near);
    CHECK(near->start == 5);
    CHECK_FALSE(highlighterFor("access NEAR/1 messages").findCrossing(page, next, breaker));
    CHECK_FALSE(highlighterFor("\"to private\"").findCrossing(page, next, breaker));
    CHECK_FALSE(highlighterFor("\"of all\"").findCrossing(page, next, breaker));
    const auto word = highlighterFor("partnership").findCrossing({"the partner-", 0, 12}, {"ship is", 0, 7}, breaker);
    REQUIRE(word);
    CHECK(word->start == 4);
    CHECK(word->end == 4);
}

TEST_CASE("bytes are told apart into the units of the page text")
{
    const QString text = QStringLiteral("a\u00E9\u6D88\U0001F600b");
    const std::vector<qsizetype> units = unitsOfBytes(text.toUtf8());
    CHECK(units.size() == 12);
    CHECK(units[0] == 0);
    CHECK(units[1] == 1);
    CHECK(units[3] == 2);
    CHECK(units[6] == 3);
    CHECK(units[10] == 5);
    CHECK(units[11] == 6);
}
