// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/furniture.h"

#include "model/annotate/analysis.h"
#include "tests/support/catch.h"

using namespace model::annotate;

TEST_CASE("heads and feet of pages become blanks, and everything else keeps its place")
{
    const QString text = QStringLiteral("Memo - Confidential\nCorvane could read\nLedger page 1 of 2\f"
                                        "Memo - Confidential\nmessages until 2014.\nLedger page 2 of 2");
    const QString plain = withoutFurniture(text);
    CHECK(plain.size() == text.size());
    CHECK(plain.simplified() == QStringLiteral("Corvane could read messages until 2014."));
    for (const QString &word : {QStringLiteral("Corvane"), QStringLiteral("2014")})
        CHECK(plain.indexOf(word) == text.indexOf(word));
}

TEST_CASE("what stands at the edge of one page, or of few in a long text, is no furniture")
{
    const QString once = QStringLiteral("Corvane\nit could read\fDellmark\nit could not");
    CHECK(withoutFurniture(once) == once);
    QStringList pages;
    for (int page = 0; page < 12; ++page)
        pages << QStringLiteral("%1\nwords of its own, number %2\nfoot %2")
                     .arg(page == 2 || page == 7 ? QStringLiteral("Corvane") : QString(page + 1, QChar(u'a' + page)),
                          QString(page + 1, u'x'));
    CHECK(withoutFurniture(pages.join(u'\f')) == pages.join(u'\f'));
    CHECK(withoutFurniture(QString()).isEmpty());
    CHECK(withoutFurniture(QStringLiteral("\f\n\f")) == QStringLiteral("\f\n\f"));
}

TEST_CASE("a sentence that runs over a page break is one unit, without the foot and head between")
{
    const QString text = QStringLiteral("Ledger 1\nSince May 2014 Corvane could read the private\nFoot 1\f"
                                        "Ledger 2\nmessages of all users.\nFoot 2");
    const Analysis analysis(text, {}, {}, {});
    REQUIRE(analysis.units.size() == 1);
    CHECK(analysis.units[0].length() == analysis.words.count());
}

TEST_CASE("page numbers by themselves become blanks too before a text is annotated")
{
    const QString text = QStringLiteral("Corvane could read private\n- 7 -\fmessages of 12\n- 8 -\f\fof 14\n- 10 -");
    const QString plain = withoutPageNumbers(text);
    CHECK(plain.size() == text.size());
    CHECK(plain.simplified() == QStringLiteral("Corvane could read private messages of 12 of 14"));
    CHECK(plain.indexOf(QStringLiteral("12")) == text.indexOf(QStringLiteral("12")));
    CHECK(plain.count(u'\f') == text.count(u'\f'));
    CHECK(withoutPageNumbers(QStringLiteral("7")) == QStringLiteral("7"));
    CHECK(withoutPageNumbers(QString()).isEmpty());
}

TEST_CASE("a million pages without a line's end are gone through once")
{
    const QString text = QStringLiteral("a\f").repeated(1'000'000);
    CHECK(withoutFurniture(text).size() == text.size());
    CHECK(withoutPageNumbers(text).size() == text.size());
}
