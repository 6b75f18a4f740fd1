// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/column_layout.h"

#include "tests/support/catch.h"

#include <QString>

using namespace model;
using namespace model::reader;

namespace {

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endOfLine(text, at);
        REQUIRE(end > at);
        lines.append(text.mid(at, end - at));
        at = end;
    }
    return lines;
}

QString words(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QStringLiteral("word%1 ").arg(i, 3, 10, QLatin1Char('0'));
    return text;
}

} // namespace

TEST_CASE("a line ends where the text ends it, and a long one behind a word")
{
    CHECK(linesOf(QStringLiteral("one\ntwo\n\nthree")) ==
          QStringList{QStringLiteral("one\n"), QStringLiteral("two\n"), QStringLiteral("\n"), QStringLiteral("three")});
    // Twelve words of eight columns fit, the blank behind the last one sticking out or not.
    const QStringList lines = linesOf(words(20));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].endsWith(QStringLiteral("word011 ")));
    CHECK(lines[1].startsWith(QStringLiteral("word012 ")));
    CHECK(linesOf(QString(95, u'a') + QStringLiteral("b   c"))[0] == QString(95, u'a') + QStringLiteral("b   "));
}

TEST_CASE("a word that is wider than a line is broken where the line is full")
{
    const QStringList lines = linesOf(QString(250, u'x'));
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].size() == columnsOfLine);
    CHECK(lines[2].size() == 250 - 2 * columnsOfLine);
}

TEST_CASE("the characters of East Asia take two columns, and a line may end behind each")
{
    CHECK(columnsOf(U'a') == 1);
    CHECK(columnsOf(U'\u6f22') == 2);
    CHECK(columnsOf(U'\u0301') == 0);
    CHECK(columnsOf(U'\u200b') == 0);
    CHECK(columnsOf(U'\U0001F600') == 2);
    const QStringList lines = linesOf(QString(60, QChar(0x6f22)));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].size() == columnsOfLine / 2);
}

TEST_CASE("marks stand with the character they are set on, even marks without end")
{
    const QString text = QStringLiteral("e\u0301a");
    CHECK(cellsOfLine(text, {0, text.size()}) == std::vector<TextCell>{{{0, 2}, 0, 1, false}, {{2, 3}, 1, 1, false}});
    const QString marks = QStringLiteral("a") + QString(100'000, QChar(0x301));
    CHECK(linesOf(marks).size() > 10);
}

TEST_CASE("a tab goes on to the next eighth column")
{
    const QString text = QStringLiteral("ab\tc");
    CHECK(cellsOfLine(text, {0, text.size()}).back().column == 8);
}

TEST_CASE("writing from right to left runs leftwards, numbers in it do not")
{
    // alef bet, blank, 12, in a line of its own: from the right end
    const QString text = QStringLiteral("\u05d0\u05d1 12");
    const auto cells = cellsOfLine(text, {0, text.size()});
    REQUIRE(cells.size() == 4);
    CHECK(cells[0].column == columnsOfLine - 1);
    CHECK(cells[1].column == columnsOfLine - 2);
    CHECK(cells[2].column == columnsOfLine - 5);
    CHECK(cells[3].column == columnsOfLine - 4);
    CHECK(cells[0].rightToLeft);
    CHECK_FALSE(cells[2].rightToLeft);

    const QString quoted = QStringLiteral("say \u05d0\u05d1 now");
    const auto inside = cellsOfLine(quoted, {0, quoted.size()});
    CHECK(inside[3].column == 5);
    CHECK(inside[4].column == 4);
    CHECK(inside[5].column == 7);
}
