// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/table_text.h"

#include "tests/support/catch.h"

using namespace model::reader;

namespace {

std::optional<char> separator(const char *text)
{
    const auto found = separatorOf(QString::fromUtf8(text));
    return found ? std::optional(found->toLatin1()) : std::nullopt;
}

QString shown(const char *table, char separator)
{
    return textOfTable(QString::fromUtf8(table), QLatin1Char(separator));
}

} // namespace

TEST_CASE("a table is told from prose by its rows, which have the same fields")
{
    CHECK(separator("partner,permission,since\nAlder Bank,read,2015\nBirch,write,2016\n") == ',');
    CHECK(separator("partner;permission;since\r\n\"Alder; Bank\";read;2015\r\n") == ';');
    CHECK(separator("a\tb\tc\n1\t2\t3\n") == '\t');
    CHECK(separator("name|kind|year\nx|y|1\n") == '|');
    CHECK_FALSE(separator("Dear Ann,\nas we agreed, they may read it, and write too.\nYours, Bo\n"));
    CHECK_FALSE(separator("One line, with a comma, or two"));
    CHECK_FALSE(separator(""));
}

TEST_CASE("a table that fits stands in columns, a tab between the fields")
{
    CHECK(shown("partner,permission\nAlder Bank,read\nBo,\"write, \"\"all\"\"\"\n", ',') ==
          QStringLiteral("partner \tpermission\nAlder Bank\tread\nBo      \twrite, \"all\"\n"));
}

TEST_CASE("a table too wide for the page says the name of the column before each value")
{
    const QByteArray wide =
        "partner,permission,remark\nAlder Bank,read messages," + QByteArray(120, 'x') + "\nBo,,\"two\nlines\"\n";
    CHECK(shown(wide.constData(), ',') ==
          QStringLiteral("partner | permission | remark\nAlder Bank | permission: read messages | remark: %1\n"
                         "partner: Bo | remark: two lines\n")
              .replace(QStringLiteral("Alder Bank | permission"), QStringLiteral("partner: Alder Bank | permission"))
              .arg(QString(120, u'x')));
}
