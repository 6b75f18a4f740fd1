// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history.h"

#include "tests/support/catch.h"

using namespace ui;

namespace {

Spot onPage(int pageIndex, double down = 0)
{
    Spot spot;
    spot.document = model::Sha256::of("memo");
    spot.page.pageIndex = pageIndex;
    spot.page.offset = QPointF(0, down);
    return spot;
}

Spot matrix()
{
    Spot spot;
    spot.place = Place::Matrix;
    return spot;
}

} // namespace

TEST_CASE("back and forward lead the same way, to the exact position")
{
    History history;
    CHECK_FALSE(history.back(onPage(0)));
    history.leave(onPage(0, 0.4));
    history.leave(onPage(3));
    const auto third = history.back(matrix());
    REQUIRE(third);
    CHECK(third->page.pageIndex == 3);
    const auto first = history.back(onPage(3, 0.2));
    REQUIRE(first);
    CHECK(first->page.offset.y() == 0.4);
    CHECK_FALSE(history.back(onPage(0)));
    const auto again = history.forward(onPage(0));
    REQUIRE(again);
    CHECK(again->page.offset.y() == 0.2);
    CHECK(history.forward(onPage(3))->place == Place::Matrix);
    CHECK_FALSE(history.forward(matrix()));
}

TEST_CASE("going somewhere else forgets what was forward, and staying is no step")
{
    History history;
    history.leave(onPage(0));
    history.leave(onPage(1));
    static_cast<void>(history.back(onPage(2)));
    history.leave(onPage(1));
    CHECK_FALSE(history.forward(onPage(7)));
    history.leave(onPage(1, 0.5));
    CHECK(history.back(onPage(7))->page.offset.y() == 0.5);
    CHECK(history.back(onPage(1))->page.pageIndex == 0);
}

TEST_CASE("Escape leads back over all pages to the place before, and forward leads through them again")
{
    History history;
    history.leave(matrix());
    history.leave(onPage(0));
    history.leave(onPage(1));
    const auto back = history.backToOtherPlace(onPage(2));
    REQUIRE(back);
    CHECK(back->place == Place::Matrix);
    CHECK(history.forward(matrix())->page.pageIndex == 0);
    CHECK(history.forward(onPage(0))->page.pageIndex == 1);
    CHECK(history.forward(onPage(1))->page.pageIndex == 2);
    History pages;
    pages.leave(onPage(0));
    CHECK_FALSE(pages.backToOtherPlace(onPage(1)));
    CHECK(pages.back(onPage(1)));
}
