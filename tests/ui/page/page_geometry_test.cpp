// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_geometry.h"

#include "tests/support/catch.h"

using ui::page::PageGeometry;

namespace {

const std::vector<model::PageFrame> mixedPages = {{600, 800, {}, false}, {900, 600, {}, false}, {600, 800, {}, false}};

} // namespace

TEST_CASE("pages lie one below the other, centred, with a gap around them")
{
    const PageGeometry geometry(mixedPages, 0.75, 2000); // 1 pixel a point
    CHECK(geometry.page(0) == QRectF(700, 16, 600, 800));
    CHECK(geometry.page(1) == QRectF(550, 832, 900, 600));
    CHECK(geometry.contentSize() == QSizeF(2000, 2264));
}

TEST_CASE("a view narrower than the widest page scrolls sideways")
{
    const PageGeometry geometry(mixedPages, 0.75, 500);
    CHECK(geometry.contentSize().width() == 932);
    CHECK(geometry.page(1).left() == 16);
}

TEST_CASE("the pages that touch a band are found")
{
    const PageGeometry geometry(mixedPages, 0.75, 1000);
    CHECK(geometry.pagesBetween(0, 100) == std::pair(0, 0));
    CHECK(geometry.pagesBetween(800, 900) == std::pair(0, 1));
    CHECK(geometry.pagesBetween(818, 828) == std::pair(1, 1)); // between two pages: the next one
    CHECK(geometry.pagesBetween(0, 5000) == std::pair(0, 2));
    CHECK(geometry.pagesBetween(9000, 9100) == std::pair(2, 2));
    CHECK_FALSE(PageGeometry().pagesBetween(0, 100).has_value());
    CHECK(geometry.pageAt(900) == 1);
    CHECK(geometry.pageAt(-5) == 0);
    CHECK(geometry.pageAt(1e9) == 2);
}

TEST_CASE("places on a page become places in the content and back")
{
    const PageGeometry geometry(mixedPages, 1.5, 1000);
    const QRectF area = geometry.toContent(1, {0.25, 0.5, 0.75, 0.6});
    const QPointF back = geometry.toPage(1, area.topLeft());
    CHECK(back.x() == Approx(0.25));
    CHECK(back.y() == Approx(0.5));
}

TEST_CASE("zooms to fit leave the gap free and stay within bounds")
{
    CHECK(PageGeometry::zoomToFitWidth(mixedPages, 932) == Approx(0.75));
    CHECK(PageGeometry::zoomToFitPage(mixedPages, 0, QSizeF(2000, 832)) == Approx(0.75));
    CHECK(PageGeometry::zoomToFitWidth(mixedPages, 10) == PageGeometry::smallestZoom);
    CHECK(PageGeometry::zoomToFitPage({}, 0, QSizeF(100, 100)) == 1);
}
