// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/text_areas.h"

#include "tests/support/catch.h"
#include "tests/support/scripted_page_reader.h"

#include <random>

using namespace ui::page;
using model::TextRange;

namespace {

const QString twoLines = QStringLiteral("the first line\nand another one");

} // namespace

TEST_CASE("a range has one rectangle a line, running over the blanks")
{
    const model::PageLayout layout = scriptedLayout(twoLines);
    const auto areas = areasOf(layout, {4, 18});
    REQUIRE(areas.size() == 2);
    CHECK(areas[0].left == Approx((50 + 4 * 6) / scriptedWidth));
    CHECK(areas[0].right == Approx((50 + 14 * 6) / scriptedWidth));
    CHECK(areas[1].left == Approx(50 / scriptedWidth));
    CHECK(areas[1].right == Approx((50 + 3 * 6) / scriptedWidth));
    CHECK(areas[1].top > areas[0].bottom);
    CHECK(areasOf(layout, {3, 4}).empty()); // a blank stands nowhere
}

TEST_CASE("a part of a word has a part of its box")
{
    const auto areas = areasOf(scriptedLayout(twoLines), {5, 7});
    REQUIRE(areas.size() == 1);
    CHECK(areas[0].left == Approx((50 + 5 * 6) / scriptedWidth));
    CHECK(areas[0].right == Approx((50 + 7 * 6) / scriptedWidth));
}

TEST_CASE("the caret stands in front of its character, and behind the last one of a line at its end")
{
    const model::PageLayout layout = scriptedLayout(twoLines);
    CHECK(caretArea(layout, 0)->left == Approx(50 / scriptedWidth));
    CHECK(caretArea(layout, 14)->left == Approx((50 + 14 * 6) / scriptedWidth));
    CHECK(caretArea(layout, 14)->top == caretArea(layout, 0)->top);
    CHECK(caretArea(layout, 15)->left == Approx(50 / scriptedWidth));
    CHECK(caretArea(layout, twoLines.size())->left == Approx((50 + 15 * 6) / scriptedWidth));
    CHECK_FALSE(caretArea(model::PageLayout(), 0).has_value());
}

TEST_CASE("the caret's own place leads back to its offset, for every offset that stands at a word")
{
    const model::PageLayout layout = scriptedLayout(twoLines);
    for (const model::TextBox &box : layout.boxes) {
        for (qsizetype offset = box.range.start; offset < box.range.end; ++offset) {
            const auto caret = caretArea(layout, offset);
            CHECK(offsetNear(layout, QPointF(caret->left, (caret->top + caret->bottom) / 2)) == offset);
        }
    }
}

TEST_CASE("a point beside the text finds the nearest line's end")
{
    const model::PageLayout layout = scriptedLayout(twoLines);
    CHECK(offsetNear(layout, QPointF(0.99, 56 / scriptedHeight)) == 14);
    CHECK(offsetNear(layout, QPointF(0.0, 76 / scriptedHeight)) == 15);
    CHECK(offsetNear(layout, QPointF(0.99, 0.99)) == twoLines.size());
    CHECK_FALSE(offsetNear(model::PageLayout(), QPointF(0.5, 0.5)).has_value());
}

TEST_CASE("words and lines around an offset")
{
    CHECK(wordAt(twoLines, 5) == TextRange{4, 9});
    CHECK(wordAt(twoLines, 9) == TextRange{4, 9});
    CHECK(wordAt(QStringLiteral("a  b"), 2).isEmpty());
    CHECK(wordAt(QStringLiteral("users' e-mail"), 8) == TextRange{7, 13});
    CHECK(lineAt(twoLines, 3) == TextRange{0, 14});
    CHECK(lineAt(twoLines, 14) == TextRange{0, 14});
    CHECK(lineAt(twoLines, 15) == TextRange{15, 30});
}

TEST_CASE("a sentence goes on over a line break, and ends at its stop or where the next line stands apart")
{
    const QString text = QStringLiteral("Larkspur could read\nmessages. Cedar could not.");
    const model::PageLayout layout = scriptedLayout(text);
    const auto at = [&](qsizetype offset) {
        const TextRange range = sentenceAt(layout, offset);
        return text.mid(range.start, range.length());
    };
    const QString first = QStringLiteral("Larkspur could read\nmessages.");
    CHECK(at(0) == first);
    CHECK(at(19) == first);
    CHECK(at(25) == first);
    CHECK(at(30) == QStringLiteral("Cedar could not."));
    CHECK(at(text.size()) == QStringLiteral("Cedar could not."));

    // A heading has no stop, but stands apart.
    model::PageLayout apart = layout;
    for (model::TextBox &box : apart.boxes) {
        if (box.range.start >= 20) {
            box.area.top += 0.1;
            box.area.bottom += 0.1;
        }
    }
    const TextRange heading = sentenceAt(apart, 3);
    CHECK(text.mid(heading.start, heading.length()) == QStringLiteral("Larkspur could read"));
}
