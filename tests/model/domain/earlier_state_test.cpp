// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/earlier_state.h"

#include "tests/support/catch.h"

using namespace model;

TEST_CASE("the place of an earlier state names the document, and is known again")
{
    const EarlierStatePlace place{QStringLiteral("b.zip/report.pdf"), 2, 3};
    CHECK(place.path() == QStringLiteral("b.zip/report.pdf/revision 2 of 3.pdf"));
    const auto found = EarlierStatePlace::fromPath(place.path());
    REQUIRE(found);
    CHECK(found->documentPath == place.documentPath);
    CHECK(found->number == 2);
    CHECK(found->count == 3);
    for (const char *other : {"revision 1 of 2.pdf", "a.pdf/revision 0 of 2.pdf", "a.pdf/revision 1 of 2.pdf/b.txt"})
        CHECK_FALSE(EarlierStatePlace::fromPath(QString::fromLatin1(other)));
}
