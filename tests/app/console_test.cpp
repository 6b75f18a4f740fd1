// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"

#include "tests/support/catch.h"

using namespace app;

TEST_CASE("control characters of a document do not reach a terminal")
{
    CHECK(harmless(QStringLiteral("a\x1b[2Jb\nc\td")) == QStringLiteral("a\ufffd[2Jb\nc\td"));
    CHECK(harmless(QStringLiteral("\u009b\u202e\u2066\r")) == QStringLiteral("\ufffd\ufffd\ufffd\ufffd"));
    CHECK(oneLine(QStringLiteral(" a\n b\x07 ")) == QStringLiteral("a b\ufffd"));
}

TEST_CASE("columns are counted as a terminal shows them")
{
    CHECK(columnsOf(QStringLiteral("abc")) == 3);
    CHECK(columnsOf(QStringLiteral("中文")) == 4);
    CHECK(columnsOf(QStringLiteral("e\u0301")) == 1);
}

TEST_CASE("text is folded at blanks, and inside a word that is too long, and nothing is lost")
{
    CHECK(folded(QStringLiteral("one two three"), 7) ==
          QStringList({QStringLiteral("one two"), QStringLiteral("three")}));
    CHECK(folded(QStringLiteral("abcdefghij k"), 4) ==
          QStringList({QStringLiteral("abcd"), QStringLiteral("efgh"), QStringLiteral("ij k")}));
    CHECK(folded(QString(), 4) == QStringList(QString()));
    CHECK(folded(QStringLiteral("中文字"), 4) == QStringList({QStringLiteral("中文"), QStringLiteral("字")}));
}

TEST_CASE("a table is as wide as it is let, with every word in it")
{
    Table table{{QStringLiteral("No."), QStringLiteral("Title")}, {}};
    table.rows.push_back({QStringLiteral("1"), QStringLiteral("a title of a good many words that go on and on")});
    table.rows.push_back({QStringLiteral("2"), QStringLiteral("two\nlines")});
    const QStringList lines = layOut(table, 30);
    CHECK(lines.size() == 2 + 2 + 2);
    QString all;
    for (const QString &line : lines) {
        CHECK(columnsOf(line) <= 30);
        all += line.simplified() + QLatin1Char(' ');
    }
    CHECK(all.contains(QStringLiteral("1 a title of a good many")));
    CHECK(lines[4] == QStringLiteral("2    two"));
    CHECK(lines[5] == QStringLiteral("     lines"));
}

TEST_CASE("an id is never folded; the other columns make room for it")
{
    const QString id = QStringLiteral("c0ffee00-0000-4000-8000-00000000c0de");
    const Table table{{QStringLiteral("Id"), QStringLiteral("Words")},
                      {{id, QStringLiteral("a good many words that go on and on")}},
                      {0}};
    const QStringList lines = layOut(table, 50);
    CHECK(lines[2].startsWith(id + QStringLiteral("  a good many")));
    for (const QString &line : lines)
        CHECK(columnsOf(line) <= 50);
    CHECK(layOut(table, 40)[2].startsWith(id));
}

TEST_CASE("for another program a row is a line, with tabs between its cells and none in them")
{
    const Table table{{QStringLiteral("No."), QStringLiteral("Title")},
                      {{QStringLiteral("1"), QString(300, QLatin1Char('x'))},
                       {QStringLiteral("2"), QStringLiteral("two\n\tlines\n")}}};
    CHECK(tabbed(table) ==
          QStringList({QStringLiteral("No.\tTitle"), QStringLiteral("1\t") + QString(300, QLatin1Char('x')),
                       QStringLiteral("2\ttwo; lines")}));
}
