// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/near_words.h"
#include "tests/support/catch.h"

using model::copies::areNear;

TEST_CASE("words that a scan was misread in are near")
{
    CHECK(areNear(u"agreement", u"agrccment"));
    CHECK(areNear(u"modern", u"modem"));
    CHECK(areNear(u"permission", u"perm1ssion"));
    CHECK(areNear(u"data", u"dafa"));
    CHECK_FALSE(areNear(u"read", u"write"));
    CHECK_FALSE(areNear(u"may", u"must"));
    CHECK_FALSE(areNear(u"is", u"in"));
}

TEST_CASE("a figure is near another only where a digit was lost or taken for a letter")
{
    CHECK(areNear(u"2010", u"2o1o"));
    CHECK(areNear(u"150", u"l5o"));
    CHECK(areNear(u"38172", u"3817a"));
    CHECK(areNear(u"33965", u"3965"));
    CHECK_FALSE(areNear(u"20", u"200"));
    CHECK_FALSE(areNear(u"2010", u"2011"));
    CHECK_FALSE(areNear(u"1200000", u"1300000"));
}
