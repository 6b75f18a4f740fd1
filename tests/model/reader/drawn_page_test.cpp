// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/hidden_glyphs.h"
#include "tests/support/catch.h"

using namespace model::reader;

namespace {

DrawnShape shapeOf(std::vector<QPolygonF> outlines, Qt::FillRule rule)
{
    DrawnShape shape;
    for (const QPolygonF &outline : outlines)
        shape.bounds |= outline.boundingRect();
    shape.outlines = std::move(outlines);
    shape.rule = rule;
    return shape;
}

const QPolygonF outer({{0, 0}, {100, 0}, {100, 100}, {0, 100}});
const QPolygonF inner({{10, 10}, {90, 10}, {90, 90}, {10, 90}});
const QPolygonF innerTurned({{10, 10}, {10, 90}, {90, 90}, {90, 10}});

} // namespace

TEST_CASE("a shape covers what its outlines enclose together")
{
    CHECK(shapeOf({outer}, Qt::WindingFill).covers({50, 50}));
    CHECK_FALSE(shapeOf({outer}, Qt::WindingFill).covers({150, 50}));
    // A frame, in both of the ways to draw one.
    CHECK_FALSE(shapeOf({outer, inner}, Qt::OddEvenFill).covers({50, 50}));
    CHECK_FALSE(shapeOf({outer, innerTurned}, Qt::WindingFill).covers({50, 50}));
    CHECK(shapeOf({outer, inner}, Qt::WindingFill).covers({50, 50}));
    CHECK(shapeOf({outer, inner}, Qt::OddEvenFill).covers({5, 50}));
}

TEST_CASE("a triangle covers no more than itself")
{
    const DrawnShape triangle = shapeOf({QPolygonF({{0, 0}, {100, 100}, {0, 100}})}, Qt::WindingFill);
    CHECK(triangle.covers({20, 80}));
    CHECK_FALSE(triangle.covers({80, 20}));
}

TEST_CASE("a glyph is hidden by what is drawn after it, not by what is drawn before")
{
    DrawnPage page;
    page.size = {200, 200};
    DrawnGlyph glyph;
    glyph.order = 2;
    glyph.text = QStringLiteral("a");
    glyph.origin = {50, 60};
    glyph.along = {6, 0};
    glyph.up = {0, -12};
    glyph.clip = QRectF(0, 0, 200, 200);
    glyph.colour = qRgb(200, 0, 0);
    page.glyphs = {glyph};
    DrawnShape box;
    box.bounds = QRectF(40, 40, 40, 40);
    box.order = GENERATE(1, 3);
    page.shapes = {box};
    CHECK(hiddenGlyphs(page).size() == (box.order > glyph.order ? 1 : 0));
}
