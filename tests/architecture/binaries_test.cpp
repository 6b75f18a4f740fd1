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

TEST_CASE("neither program needs a network library")
{
    static const QRegularExpression network(
        QStringLiteral("Network|curl|libssl|gnutls|nghttp|libssh|libresolv|libnss|soup|gio|websock|libcares|libldap"));
    for (const char *program : {"carveout", "carveout-reader"}) {
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
