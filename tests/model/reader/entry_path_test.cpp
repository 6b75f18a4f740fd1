// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/entry_path.h"

#include "tests/support/catch.h"

using namespace model::reader;

TEST_CASE("names of archive entries are made fit to show")
{
    CHECK(displayPath("a/b.pdf") == QStringLiteral("a/b.pdf"));
    CHECK(displayPath("/etc/passwd") == QStringLiteral("etc/passwd"));
    CHECK(displayPath("./a//b/.") == QStringLiteral("a/b"));
    CHECK(displayPath("C:\\leak\\one.pdf") == QStringLiteral("leak/one.pdf"));
    CHECK(displayPath("\\\\server\\share\\x") == QStringLiteral("server/share/x"));
    CHECK(displayPath("") == QStringLiteral("unnamed"));
    CHECK(displayPath("///") == QStringLiteral("unnamed"));
    CHECK(displayPath("a\nb\tc\x1b") == QStringLiteral("a\ufffdb\ufffdc\ufffd"));
    CHECK(displayPath("gnp\xe2\x80\xae"
                      "fdp.exe") == QStringLiteral("gnp\ufffdfdp.exe"));
    CHECK(displayPath("caf\xc3\xa9.pdf") == QStringLiteral("café.pdf"));
    CHECK(displayPath("caf\x82.pdf") == QStringLiteral("café.pdf"));
    CHECK(displayPath("..a/b..") == QStringLiteral("..a/b.."));
    CHECK(displayPath(QByteArray(10'000, 'x') + "/end.pdf")->endsWith(QStringLiteral("x/end.pdf")));
}

TEST_CASE("a name that climbs out of the archive is not made fit but refused")
{
    for (const char *name : {"..", "../a", "a/../b", "a/..", "..\\a", "/../a", "C:\\..\\a"})
        CHECK_FALSE(displayPath(name));
}
