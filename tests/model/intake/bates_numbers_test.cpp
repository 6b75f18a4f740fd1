// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/bates_numbers.h"

#include "model/domain/document_traits.h"
#include "tests/support/catch.h"

#include <QStringList>

using namespace model;
using namespace model::intake;

namespace {

QStringList numbersOn(const QStringList &pages)
{
    BatesNumbers finder;
    for (const QString &page : pages)
        finder.add(page);
    const std::vector<QString> found = finder.found();
    return {found.begin(), found.end()};
}

} // namespace

TEST_CASE("Numbers of a running series in the outer lines are Bates numbers")
{
    CHECK(numbersOn({QStringLiteral("Memo\nto all\nFB-000041"), QStringLiteral("Larkspur\nFB-000042"),
                     QStringLiteral("FB-000043\nThe end")}) ==
          QStringList({QStringLiteral("FB-000041"), QStringLiteral("FB-000042"), QStringLiteral("FB-000043")}));
    CHECK(numbersOn({QStringLiteral("a\nCONFIDENTIAL ABC 0007001"), QStringLiteral("b\nCONFIDENTIAL ABC 0007002"),
                     QStringLiteral("c\nCONFIDENTIAL ABC 0007003")})
              .at(1)
              .endsWith(QStringLiteral("ABC 0007002")));
    CHECK(numbersOn({QStringLiteral("a\n00000117"), QStringLiteral("b\n00000118"), QStringLiteral("c\n00000119")}) ==
          QStringList({QStringLiteral("00000117"), QStringLiteral("00000118"), QStringLiteral("00000119")}));
}

TEST_CASE("A page whose stamp cannot be read has none, and the others keep theirs")
{
    CHECK(numbersOn({QStringLiteral("a\nKX00010"), QStringLiteral("b\nKX0O011"), QStringLiteral("c\nKX00012"),
                     QStringLiteral("d\nKX00013")}) ==
          QStringList({QStringLiteral("KX00010"), QString(), QStringLiteral("KX00012"), QStringLiteral("KX00013")}));
}

TEST_CASE("Numbers that do not run on with the pages are none")
{
    CHECK(numbersOn({QStringLiteral("Invoice 20170\nx"), QStringLiteral("Invoice 20170\ny"),
                     QStringLiteral("Invoice 20170\nz")}) == QStringList({QString(), QString(), QString()}));
    CHECK(numbersOn({QStringLiteral("x\nMarch 2016"), QStringLiteral("y\nApril 2016"), QStringLiteral("z\n3")}) ==
          QStringList({QString(), QString(), QString()}));
    // In the middle of a page.
    const QString lines = QStringLiteral("one\ntwo\nthree\nfour\nfive\nTable KX0001%1\nsix\nseven\neight\nnine\nten");
    CHECK(numbersOn({lines.arg(1), lines.arg(2), lines.arg(3)}) == QStringList({QString(), QString(), QString()}));
}

TEST_CASE("On a single page the number must look like one")
{
    CHECK(numbersOn({QStringLiteral("text\nABC000123")}) == QStringList(QStringLiteral("ABC000123")));
    CHECK(numbersOn({QStringLiteral("text\nRoom 2016")}) == QStringList(QString()));
}

TEST_CASE("A number is looked up by its letters and digits")
{
    CHECK(batesKey(QStringLiteral("abc-000 123")) == QStringLiteral("ABC000123"));
}
