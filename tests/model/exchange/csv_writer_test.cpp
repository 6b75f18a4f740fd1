// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/csv_writer.h"

#include "tests/support/catch.h"
#include "tests/support/strict_csv.h"

#include <QBuffer>

#include <random>

using model::exchange::csvCell;
using model::exchange::CsvWriter;

namespace {

QByteArray written(const std::vector<QStringList> &lines, CsvWriter::Mark mark = CsvWriter::Mark::None)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, mark);
    for (const QStringList &line : lines)
        writer.line(line);
    CHECK_FALSE(writer.failed());
    return buffer.data();
}

} // namespace

TEST_CASE("a plain cell is written as it is, others in quotes with quotes doubled and line breaks kept")
{
    CHECK(csvCell(QStringLiteral("Netflix")) == QStringLiteral("Netflix"));
    CHECK(csvCell(QStringLiteral("a,b")) == QStringLiteral("\"a,b\""));
    CHECK(csvCell(QStringLiteral("say \"yes\"")) == QStringLiteral("\"say \"\"yes\"\"\""));
    CHECK(csvCell(QStringLiteral("one\ntwo\r\nthree")) == QStringLiteral("\"one\ntwo\r\nthree\""));
    CHECK(csvCell(QStringLiteral(" edge ")) == QStringLiteral("\" edge \""));
    CHECK(csvCell(QString()) == QString());
}

TEST_CASE("a cell that a spreadsheet would run as a formula is defused")
{
    for (const QString &formula :
         {QStringLiteral("=1+1"), QStringLiteral("+1"), QStringLiteral("-1"), QStringLiteral("@SUM(A1)"),
          QStringLiteral("\t=1"), QStringLiteral("\r=1"), QStringLiteral("\uff1d1+1")}) {
        const auto lines = parseStrictCsv(written({{formula}}));
        REQUIRE(lines);
        CHECK(lines->front().front() == QLatin1Char('\'') + formula);
        CHECK(withoutDefusing(lines->front().front()) == formula);
    }
    CHECK(csvCell(QStringLiteral("a=b")) == QStringLiteral("a=b"));
}

TEST_CASE("lines end in CR LF and the byte order mark comes first where it is asked for")
{
    CHECK(written({{QStringLiteral("a"), QStringLiteral("b")}, {QString(), QStringLiteral("ü")}}) ==
          "a,b\r\n,\xc3\xbc\r\n");
    CHECK(written({{QStringLiteral("a")}}, CsvWriter::Mark::ByteOrder) == "\xef\xbb\xbf"
                                                                          "a\r\n");
}

TEST_CASE("whatever the cells hold, a strict parser reads back what was written")
{
    const unsigned seed = GENERATE(take(20, random(0, 1 << 30)));
    CAPTURE(seed);
    std::mt19937 random(seed);
    const QString alphabet = QStringLiteral("ab \"\",\r\n\t=+-@;'\u00e9\u4e2d\uff1d");
    const auto upTo = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(limit));
    };
    const qsizetype columns = 1 + upTo(5);
    std::vector<QStringList> lines;
    for (qsizetype i = 0; i <= upTo(20); ++i) {
        QStringList line;
        for (qsizetype j = 0; j < columns; ++j) {
            QString cell;
            for (qsizetype k = upTo(9); k > 0; --k)
                cell += alphabet[upTo(alphabet.size())];
            // An apostrophe of the text itself, before what looks like a formula, is the one thing that is ambiguous.
            line += withoutDefusing(cell) == cell ? cell : QStringLiteral("x");
        }
        lines.push_back(line);
    }
    auto read = parseStrictCsv(written(lines));
    REQUIRE(read);
    for (QStringList &line : *read) {
        for (QString &cell : line)
            cell = withoutDefusing(cell);
    }
    CHECK(*read == lines);
}
