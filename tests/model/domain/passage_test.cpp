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

TEST_CASE("the quote of a passage over a page break has neither the foot nor the head between the pages")
{
    const QString first = QStringLiteral("Memo\nThe letter names Harrow &\nCRV-0007");
    const QString second = QStringLiteral("Memo\nFinch Motors as a partner.\nCRV-0008");
    const qsizetype start = first.indexOf(u'H');
    const qsizetype end = second.indexOf(QStringLiteral(" as"));
    const auto passage = makePassage(sha, 6, first, start, 7, second, end);
    REQUIRE(passage);
    CHECK(passage->quote == QStringLiteral("Harrow &\nFinch Motors"));
    CHECK(passage->rangeOnPage(6, first.size()) == TextRange{start, first.size()});
    CHECK(passage->rangeOnPage(7, second.size()) == TextRange{0, end});
    CHECK(passage->suffix.startsWith(QStringLiteral(" as a partner")));
    // Whoever begins in the foot or ends in the head wants its words.
    CHECK(makePassage(sha, 6, first, first.indexOf(u'C'), 7, second, end)->quote ==
          QStringLiteral("CRV-0007\nFinch Motors"));
    CHECK(makePassage(sha, 6, first, start, 7, second, 4)->quote == QStringLiteral("Harrow &\nMemo"));
}

TEST_CASE("pages near by tell what is running where the two pages of a passage do not")
{
    const QString first = QStringLiteral("Title\nCorvane could read");
    const QString second = QStringLiteral("Memo\nmessages.");
    const QString third = QStringLiteral("Memo\nand more");
    const auto quote = [&](const PageTexts &near) {
        return makePassage(sha, 0, first, 6, 1, second, second.size(), near)->quote;
    };
    CHECK(quote({}) == QStringLiteral("Corvane could read\nMemo\nmessages."));
    CHECK(quote({{2, third}}) == QStringLiteral("Corvane could read\nmessages."));
    const auto passage = makePassage(sha, 0, first, 6, 1, second, second.size());
    const auto better = makePassage(sha, 0, first, 6, 1, second, second.size(), {{2, third}});
    CHECK(passage != better);
    CHECK(passage->isSamePlace(*better));
    CHECK_FALSE(passage->isSamePlace(*makePassage(sha, 0, first, 6, 1, second, second.size() - 1)));
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

TEST_CASE("a passage and its context are of whole characters")
{
    // U+1F4E7 takes two units.
    const QString mail = QString::fromUtf8("\xF0\x9F\x93\xA7");
    const QString page = QStringLiteral("a") + mail + QStringLiteral("b");
    CHECK_FALSE(makePassage(sha, 0, page, 2, 0, page, 4));
    CHECK_FALSE(makePassage(sha, 0, page, 0, 0, page, 2));
    CHECK(makePassage(sha, 0, page, 1, 0, page, 3)->quote == mail);
    const QString wide = mail + QString(Passage::contextLength - 1, u'x') + QStringLiteral("word") +
                         QString(Passage::contextLength - 1, u'y') + mail;
    const qsizetype start = wide.indexOf(QStringLiteral("word"));
    const auto passage = makePassage(sha, 0, wide, start, 0, wide, start + 4);
    REQUIRE(passage);
    CHECK(passage->prefix == QString(Passage::contextLength - 1, u'x'));
    CHECK(passage->suffix == QString(Passage::contextLength - 1, u'y'));
}

TEST_CASE("passages overlap where they share a character, also over a page break")
{
    const QString page = QStringLiteral("one two three");
    const auto passage = [&](int firstPage, qsizetype start, int lastPage, qsizetype end) {
        const auto made = makePassage(sha, firstPage, page, start, lastPage, page, end);
        REQUIRE(made);
        return *made;
    };
    CHECK(passage(0, 0, 0, 7).overlaps(passage(0, 4, 0, 13)));
    CHECK_FALSE(passage(0, 0, 0, 3).overlaps(passage(0, 3, 0, 7)));
    const Passage over = passage(0, 8, 1, 3);
    CHECK(over.overlaps(passage(0, 9, 0, 13)));
    CHECK(passage(1, 0, 1, 1).overlaps(over));
    CHECK_FALSE(over.overlaps(passage(1, 4, 1, 7)));
    CHECK_FALSE(over.overlaps(*makePassage(Sha256::of("other"), 0, page, 8, 1, page, 3)));
}
