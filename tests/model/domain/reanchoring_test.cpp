// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/reanchoring.h"

#include "tests/support/catch.h"

#include <QStringList>

using namespace model;

namespace {

Sha256 document()
{
    return Sha256::of("letter");
}

std::function<QString(int)> pages(const QStringList &texts)
{
    return [texts](int pageIndex) { return texts.value(pageIndex); };
}

Passage passageOf(const QString &text, const QString &words, qsizetype from = 0)
{
    const qsizetype start = text.indexOf(words, from);
    REQUIRE(start >= 0);
    return *makePassage(document(), 0, text, start, 0, text, start + words.size());
}

} // namespace

TEST_CASE("a passage goes with its words, and its quote and surroundings are those of the new text")
{
    const Passage passage =
        passageOf(QStringLiteral("Fernbank gave Brightmail the list."), QStringLiteral("Brightmail"));
    const QString now = QStringLiteral("CONFIDENTIAL\nFernbank gave Brightmail\nthe list.");
    const auto moved = reanchored(passage, pages({now}));
    REQUIRE(moved);
    CHECK(*moved == passageOf(now, QStringLiteral("Brightmail")));
    CHECK(isInPlace(*moved, pages({now})));
    CHECK_FALSE(isInPlace(passage, pages({now})));
}

TEST_CASE("other white space and other cases do not matter")
{
    const Passage passage = passageOf(QStringLiteral("could read private messages"), QStringLiteral("read private"));
    const auto moved = reanchored(passage, pages({QStringLiteral("could READ\nPrivate messages")}));
    REQUIRE(moved);
    CHECK(moved->quote == QStringLiteral("READ\nPrivate"));
}

TEST_CASE("of several places the one with the same words around it is taken, else the nearest")
{
    const QString then = QStringLiteral("Brightmail reads. Later Brightmail writes.");
    const Passage passage = passageOf(then, QStringLiteral("Brightmail"), 10);
    const QString now = QStringLiteral("Brightmail reads. And later: Later Brightmail writes. Brightmail.");
    const auto moved = reanchored(passage, pages({now}));
    REQUIRE(moved);
    CHECK(moved->start == now.indexOf(QStringLiteral("Brightmail writes")));

    const QString bare = QStringLiteral("x Brightmail x");
    const QString twice = QStringLiteral("Brightmail  Brightmail");
    const auto nearest = reanchored(passageOf(bare, QStringLiteral("Brightmail")), pages({twice}));
    REQUIRE(nearest);
    CHECK(nearest->start == 0);
}

TEST_CASE("words that OCR read a little differently are the same words")
{
    const Passage passage =
        passageOf(QStringLiteral("the Iist of fr1ends was given away"), QStringLiteral("Iist of fr1ends"));
    const QString now = QStringLiteral("the list of friends was given away");
    const auto moved = reanchored(passage, pages({now}));
    REQUIRE(moved);
    CHECK(moved->quote == QStringLiteral("list of friends"));
}

TEST_CASE("words that are not there are not found elsewhere")
{
    const Passage passage = passageOf(QStringLiteral("Brightmail could read"), QStringLiteral("Brightmail"));
    CHECK_FALSE(reanchored(passage, pages({QStringLiteral("Tidewater could read")})));
    CHECK_FALSE(reanchored(passage, pages({QString()})));
    CHECK_FALSE(reanchored(passageOf(QStringLiteral("of us"), QStringLiteral("of")), pages({QStringLiteral("on us")})));
}

TEST_CASE("a passage over a page break is found over it, or on one of the pages")
{
    const QStringList then{QStringLiteral("the list of"), QStringLiteral("friends was given")};
    const auto passage = makePassage(document(), 0, then[0], 4, 1, then[1], 7);
    REQUIRE(passage);
    const QStringList now{QStringLiteral("And the list of"), QStringLiteral("Page 2\nfriends was given")};
    const auto elsewhere = reanchored(*passage, pages({now[0], QStringLiteral("friends was given")}));
    REQUIRE(elsewhere);
    CHECK(elsewhere->quote == passage->quote);
    CHECK(elsewhere->firstPage == 0);
    CHECK(elsewhere->lastPage == 1);
    const QStringList onSecond{QStringLiteral("Nothing here."), QStringLiteral("the list of\nfriends was given")};
    const auto second = reanchored(*passage, pages(onSecond));
    REQUIRE(second);
    CHECK(second->firstPage == 1);
    CHECK(second->lastPage == 1);
    CHECK(second->start == 4);
    const QStringList onFirst{QStringLiteral("the list of friends"), QStringLiteral("was given")};
    const auto first = reanchored(*passage, pages(onFirst));
    REQUIRE(first);
    CHECK(first->lastPage == 0);
    CHECK(first->quote == QStringLiteral("list of friends"));
}
