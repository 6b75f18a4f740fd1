// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/page_frames.h"

#include "model/store/query.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include <limits>

using namespace model;

TEST_CASE("a page is never larger than a page can be, whatever the case's file says")
{
    TemporaryCase kept;
    const Sha256 memo = kept.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("one"), QStringLiteral("two")});
    store::Database &database = kept.file().database();
    const double side = GENERATE(1e300, -5.0, 0.0, std::numeric_limits<double>::infinity());
    must(store::execute(database, "UPDATE page SET width = ?1, height = 800", side));
    const auto frames = must(store::pageFrames(database, memo));
    REQUIRE(frames.size() == 2);
    CHECK(frames[0].width >= 1);
    CHECK(frames[0].width <= maximumPageSide);
    CHECK(frames[0].height == 800);
}
