// SPDX-License-Identifier: GPL-3.0-or-later
// Draws pages that are turned or cropped, and looks for the ink under the boxes.
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include <algorithm>
#include <cmath>

using namespace model;
using namespace model::reader;

namespace {

struct Drawn {
    PageLayout layout;
    PagePicture picture;
};

Drawn draw(const PdfPage &page, int turns = 0)
{
    PdfFile file;
    file.pages.push_back(page);
    const OpenReader open = readerOf(pdfBytes(file));
    REQUIRE(open.reader->facts());
    auto layout = open.reader->pageLayout(0);
    REQUIRE(layout);
    const bool sideways = turns % 2 == 1;
    const int width = static_cast<int>(std::lround(2 * (sideways ? layout->text.height : layout->text.width)));
    const int height = static_cast<int>(std::lround(2 * (sideways ? layout->text.width : layout->text.height)));
    auto picture = open.reader->render({0, 2, turns, QRect(0, 0, width, height)});
    REQUIRE(picture);
    return {*std::move(layout), *std::move(picture)};
}

bool isDark(const PagePicture &picture, int x, int y)
{
    const qsizetype at = (qsizetype(y) * picture.width + x) * 4;
    return static_cast<uchar>(picture.pixels[at + 1]) < 128;
}

int inkBetween(const PagePicture &picture, const UnitRectangle &area)
{
    int ink = 0;
    for (int y = static_cast<int>(area.top * picture.height);
         y < static_cast<int>(std::ceil(area.bottom * picture.height)); ++y) {
        for (int x = static_cast<int>(area.left * picture.width);
             x < static_cast<int>(std::ceil(area.right * picture.width)); ++x)
            ink += isDark(picture, std::min(x, picture.width - 1), std::min(y, picture.height - 1)) ? 1 : 0;
    }
    return ink;
}

/// Where character `i` of a box stands.
UnitRectangle characterArea(const TextBox &box, std::size_t i)
{
    UnitRectangle area = box.area;
    area.left = i == 0 ? area.left : double(box.edges[i - 1]);
    area.right = box.edges[i];
    return area;
}

/// All ink lies in boxes, and there is some in the place of every character.
void checkInkIsInBoxes(const Drawn &drawn)
{
    REQUIRE_FALSE(drawn.layout.boxes.empty());
    int covered = 0;
    for (const TextBox &box : drawn.layout.boxes) {
        for (std::size_t i = 0; i < box.edges.size(); ++i) {
            INFO(drawn.layout.text.text.mid(box.range.start + static_cast<qsizetype>(i), 1));
            CHECK(inkBetween(drawn.picture, characterArea(box, i)) > 0);
        }
        covered += inkBetween(drawn.picture, box.area);
    }
    const int all = inkBetween(drawn.picture, {0, 0, 1, 1});
    CHECK(all > 100);
    CHECK(covered >= all * 95 / 100);
    CHECK(covered <= all * 105 / 100);
}

PdfPage somePage()
{
    return {400, 300, {PdfLine{60, 80, "Spotify READ"}, PdfLine{60, 200, "Netflix"}}};
}

} // namespace

TEST_CASE("the boxes of a page lie over its ink, however the page itself is turned")
{
    for (const int rotate : {0, 90, 180, 270}) {
        INFO(rotate);
        PdfPage page = somePage();
        page.rotate = rotate;
        const Drawn drawn = draw(page);
        CHECK(drawn.layout.text.width == (rotate % 180 == 0 ? 400 : 300));
        CHECK(drawn.layout.text.height == (rotate % 180 == 0 ? 300 : 400));
        CHECK(drawn.layout.text.text.contains(QStringLiteral("Spotify")));
        CHECK(drawn.layout.text.text.contains(QStringLiteral("Netflix")));
        checkInkIsInBoxes(drawn);
    }
}

TEST_CASE("the boxes of a cropped page lie over its ink, turned or not")
{
    for (const int rotate : {0, 90, 180, 270}) {
        INFO(rotate);
        PdfPage page = somePage();
        page.rotate = rotate;
        page.cropBox = QRectF(40, 50, 200, 220);
        const Drawn drawn = draw(page);
        CHECK(drawn.layout.text.width == (rotate % 180 == 0 ? 200 : 220));
        checkInkIsInBoxes(drawn);
    }
}

TEST_CASE("writing that runs upwards on the page has its boxes over its ink")
{
    PdfPage page{300, 300, {PdfLine{100, 250, "UPWARDS", 14, "Helvetica", true}}};
    checkInkIsInBoxes(draw(page));
}

TEST_CASE("a view that turns the page turns the boxes the same way")
{
    const Drawn upright = draw(somePage());
    const Drawn turned = draw(somePage(), 1);
    REQUIRE(turned.picture.width == upright.picture.height);
    const UnitRectangle &area = upright.layout.boxes.front().area;
    // A quarter turn clockwise takes (x, y) to (1 - y, x).
    const UnitRectangle there{1 - area.bottom, area.left, 1 - area.top, area.right};
    const int ink = inkBetween(upright.picture, area);
    CHECK(std::abs(inkBetween(turned.picture, there) - ink) <= ink / 20);
}
