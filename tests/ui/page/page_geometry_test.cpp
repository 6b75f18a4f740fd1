// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_geometry.h"

#include "tests/support/catch.h"

#include <array>
#include <cmath>
#include <random>

using ui::page::PageArrangement;
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
    CHECK(geometry.pageAt({500, 900}) == 1);
    CHECK(geometry.pageAt({500, -5}) == 0);
    CHECK(geometry.pageAt({500, 1e9}) == 2);
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

TEST_CASE("facing pages meet at the spine, and a cover stands on the right as in a book")
{
    const PageGeometry pairs(mixedPages, 0.75, 2000, {0, true, false});
    CHECK(pairs.page(0) == QRectF(396, 16, 600, 800));
    CHECK(pairs.page(1) == QRectF(1004, 16, 900, 600));
    CHECK(pairs.page(2) == QRectF(396, 832, 600, 800)); // the last one, alone on the left
    CHECK(pairs.rowAt(500) == std::pair(0, 1));
    CHECK(pairs.pageAt({900, 500}) == 0);
    CHECK(pairs.pageAt({1100, 500}) == 1);
    CHECK(pairs.pagesBetween(0, 100) == std::pair(0, 1));
    CHECK(pairs.pagesBetween(0, 900) == std::pair(0, 2));

    const PageGeometry book(mixedPages, 0.75, 2000, {0, true, true});
    CHECK(book.page(0).left() == 1004);
    CHECK(book.page(1).top() == book.page(2).top());
    CHECK(book.page(1).right() < book.page(2).left());
    CHECK(book.pagesBetween(0, 100) == std::pair(0, 0));
    CHECK(book.contentSize().height() == 16 + 800 + 16 + 800 + 16);
}

TEST_CASE("what fits unturned and alone fits turned and facing")
{
    const PageArrangement arrangement{GENERATE(0, 1, 2, 3), GENERATE(false, true), GENERATE(false, true)};
    const QSizeF viewport(1000, 700);
    const double wide = PageGeometry::zoomToFitWidth(mixedPages, viewport.width(), arrangement);
    const PageGeometry fitted(mixedPages, wide, viewport.width(), arrangement);
    CHECK(fitted.contentSize().width() <= viewport.width() + 2); // sides are rounded to pixels
    CHECK(PageGeometry(mixedPages, wide * 1.02, viewport.width(), arrangement).contentSize().width() >
          viewport.width());
    for (int pageIndex = 0; pageIndex < 3; ++pageIndex) {
        const double whole = PageGeometry::zoomToFitPage(mixedPages, pageIndex, viewport, arrangement);
        const PageGeometry one(mixedPages, whole, viewport.width(), arrangement);
        CHECK(one.page(pageIndex).height() <= viewport.height() - 2 * PageGeometry::gap + 1);
        const auto [first, last] = one.rowAt(one.page(pageIndex).center().y());
        CHECK(one.page(last).right() - one.page(first).left() <= viewport.width() - 2 * PageGeometry::gap + 2);
    }
}

TEST_CASE("in every arrangement a place on a page comes back from the content, and turning keeps what is next to what")
{
    const PageArrangement arrangement{GENERATE(0, 1, 2, 3), GENERATE(false, true), GENERATE(false, true)};
    const double zoom = GENERATE(0.1, 0.75, 1.0, 3.3, 8.0);
    const PageGeometry geometry(mixedPages, zoom, 1000, arrangement);
    std::mt19937 random(20181218);
    std::uniform_real_distribution<double> unit(0.001, 0.999);
    for (int i = 0; i < 200; ++i) {
        const int pageIndex = i % 3;
        const QPointF onPage(unit(random), unit(random));
        const QPointF content = geometry.toContent(pageIndex, onPage);
        CHECK(geometry.page(pageIndex).contains(content));
        CHECK(geometry.pageAt(content) == pageIndex);
        const QPointF back = geometry.toPage(pageIndex, content);
        CHECK(back.x() == Approx(onPage.x()).margin(1e-9));
        CHECK(back.y() == Approx(onPage.y()).margin(1e-9));
    }
    // The page's upper edge is the one that a reader who turns it with the page finds there.
    const QPointF up = geometry.toContent(0, QPointF(0.5, 0)) - geometry.toContent(0, QPointF(0.5, 1));
    const std::array<QPointF, 4> upIs = {QPointF(0, -1), QPointF(1, 0), QPointF(0, 1), QPointF(-1, 0)};
    const QPointF expected = upIs[static_cast<size_t>(arrangement.turns)];
    CHECK(up.x() * expected.x() + up.y() * expected.y() == Approx(std::hypot(up.x(), up.y())));
    for (int pageIndex = 0; pageIndex + 1 < geometry.pageCount(); ++pageIndex)
        CHECK_FALSE(geometry.page(pageIndex).intersects(geometry.page(pageIndex + 1)));
}
