// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/ink.h"

#include "tests/support/catch.h"

using namespace model;
using namespace model::intake;

namespace {

/// A white page of 500 by 700 pixels with black bars of 400 by 5, 14 apart.
PagePicture bars(int count)
{
    PagePicture picture{500, 700, QByteArray(500 * 700 * 4, '\xff')};
    for (int bar = 0; bar < count; ++bar) {
        for (int y = 100 + 14 * bar; y < 105 + 14 * bar; ++y) {
            for (int x = 50; x < 450; ++x)
                for (int byte = 0; byte < 3; ++byte)
                    picture.pixels[(y * 500 + x) * 4 + byte] = '\0';
        }
    }
    return picture;
}

PageLayout textOver(double top, double bottom)
{
    PageLayout layout;
    TextBox box;
    box.range = {0, 5};
    box.area = {0.1, top, 0.9, bottom};
    layout.boxes = {box};
    return layout;
}

} // namespace

TEST_CASE("a blank page shows nothing, and one with a line of ink and no text shows something")
{
    CHECK_FALSE(showsMore(bars(0), {}));
    CHECK(showsMore(bars(1), {}));
}

TEST_CASE("what the text accounts for is nothing more, and neither is a little beside it")
{
    CHECK_FALSE(showsMore(bars(1), textOver(100.0 / 700, 105.0 / 700)));
    CHECK_FALSE(showsMore(bars(10), textOver(0.1, 0.4)));
    CHECK(showsMore(bars(30), textOver(0.95, 0.97)));
}
