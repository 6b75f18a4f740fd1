// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include <QProcess>
#include <QRegularExpression>

namespace {

/// The shared libraries that the program itself names as needed.
QStringList neededBy(const char *program)
{
    QProcess readelf;
    readelf.start(QStringLiteral("readelf"),
                  {QStringLiteral("-d"), QStringLiteral(CARVEOUT_PROGRAMS "/") + QLatin1String(program)});
    REQUIRE(readelf.waitForFinished());
    REQUIRE(readelf.exitCode() == 0);
    static const QRegularExpression line(QStringLiteral("\\(NEEDED\\).*\\[(.+)\\]"));
    QStringList names;
    auto matches = line.globalMatch(QString::fromUtf8(readelf.readAllStandardOutput()));
    while (matches.hasNext())
        names << matches.next().captured(1);
    return names;
}

} // namespace

TEST_CASE("no program needs a network library itself")
{
    static const QRegularExpression network(
        QStringLiteral("Network|curl|libssl|gnutls|nghttp|libssh|libresolv|libnss|soup|gio|websock|libcares|libldap"));
    for (const char *program : {"carveout", "carveout-reader", "carveout-ocr", "carveout-convert"}) {
        const QStringList needed = neededBy(program);
        CHECK(needed.filter(QStringLiteral("libQt6Core")).size() == 1);
        CHECK(needed.filter(network).join(u'\n') == QString());
    }
}

TEST_CASE("the window's program cannot parse a document, and the reader cannot open a case")
{
    CHECK(neededBy("carveout").filter(QStringLiteral("poppler")).isEmpty());
    CHECK(neededBy("carveout-reader").filter(QRegularExpression(QStringLiteral("sqlite|Widgets"))).isEmpty());
}

// Debian's libtesseract needs libcurl, which so comes into the one program that needs libtesseract. Its processes are
// under filters of system calls that refuse sockets: tests/model/ocr/ocr_program_test.cpp.
TEST_CASE("only the program for OCR needs Tesseract, and it parses no document and opens no case")
{
    const QRegularExpression tesseract(QStringLiteral("tesseract|curl"));
    CHECK(neededBy("carveout").filter(tesseract).isEmpty());
    CHECK(neededBy("carveout-reader").filter(tesseract).isEmpty());
    CHECK(neededBy("carveout-ocr")
              .filter(QRegularExpression(QStringLiteral("poppler|archive|sqlite|Widgets|Gui")))
              .isEmpty());
}
