// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/page_composer.h"

#include "tests/support/catch.h"

using namespace model;
using namespace model::reader;

namespace {

/// A word of 10 points a character at (`x`, `y`), 10 high.
PageWord word(const QString &text, double x, double y, bool spaceAfter, bool endsLine)
{
    PageWord made{text, {}, {}, spaceAfter, endsLine};
    const auto characters = text.toUcs4().size();
    made.area = QRectF(x, y, 10.0 * static_cast<double>(characters), 10);
    for (qsizetype i = 0; i < characters; ++i)
        made.characters.emplace_back(x + 10.0 * static_cast<double>(i), y, 10, 10);
    return made;
}

QString textOf(const std::vector<PageWord> &words)
{
    return composePage(words, QSizeF(1000, 1000)).text.text;
}

} // namespace

TEST_CASE("words of a line are parted by blanks where there are any, and lines by line breaks")
{
    CHECK(textOf({word(QStringLiteral("Face"), 0, 0, false, false), word(QStringLiteral("book"), 40, 0, true, false),
                  word(QStringLiteral("let"), 90, 0, true, true), word(QStringLiteral("them"), 0, 20, false, true)}) ==
          QStringLiteral("Facebook let\nthem"));
    CHECK(textOf({}).isEmpty());
}

TEST_CASE("a word hyphenated over a line keeps its hyphen and the line break")
{
    CHECK(textOf({word(QStringLiteral("agree-"), 0, 0, false, true),
                  word(QStringLiteral("ment"), 0, 20, false, true)}) == QStringLiteral("agree-\nment"));
}

TEST_CASE("cells of a table row stand on one line, parted by tabs, columns do not")
{
    CHECK(textOf({word(QStringLiteral("Netflix"), 0, 0, false, true), word(QStringLiteral("read"), 200, 2, false, true),
                  word(QStringLiteral("Bing"), 0, 20, false, true)}) == QStringLiteral("Netflix\tread\nBing"));
    CHECK(textOf({word(QStringLiteral("1."), 0, 0, false, true), word(QStringLiteral("Terms"), 24, 0, false, true)}) ==
          QStringLiteral("1. Terms"));
    CHECK(textOf({word(QStringLiteral("end"), 0, 500, false, true),
                  word(QStringLiteral("top"), 200, 0, false, true)}) == QStringLiteral("end\ntop"));
}

TEST_CASE("each character has its place in the box of its word")
{
    const PageLayout page = composePage(
        {word(QStringLiteral("ab"), 100, 50, true, false), word(QStringLiteral("c😀"), 130, 50, false, true)},
        QSizeF(1000, 100));
    CHECK(page.text.text == QStringLiteral("ab c😀"));
    REQUIRE(page.boxes.size() == 2);
    CHECK(page.boxes[0].range == TextRange{0, 2});
    CHECK(page.boxes[0].area == UnitRectangle{0.1, 0.5, 0.12, 0.6});
    CHECK(page.boxes[0].edges == std::vector<float>{0.11F, 0.12F});
    CHECK(page.boxes[1].range == TextRange{3, 6});
    CHECK(page.boxes[1].edges == std::vector<float>{0.14F, 0.15F, 0.15F}); // both halves of the pair
}

TEST_CASE("writing that runs upwards has a box for each character")
{
    PageWord upwards{
        QStringLiteral("up"), QRectF(0, 0, 10, 20), {QRectF(0, 10, 10, 10), QRectF(0, 0, 10, 10)}, false, true};
    const PageLayout page = composePage({upwards}, QSizeF(100, 100));
    REQUIRE(page.boxes.size() == 2);
    CHECK(page.boxes[0].area == UnitRectangle{0, 0.1, 0.1, 0.2});
    CHECK(page.boxes[1].area == UnitRectangle{0, 0, 0.1, 0.1});
}

TEST_CASE("right-to-left writing is put into the order it is read, box by box")
{
    // "שלום 12" as it is seen from left to right on a page of Hebrew.
    const PageLayout page =
        composePage({word(QStringLiteral("12"), 0, 0, true, false), word(QStringLiteral("םולש"), 30, 0, false, true)},
                    QSizeF(100, 100));
    CHECK(page.text.text == QStringLiteral("שלום 12"));
    REQUIRE_FALSE(page.boxes.empty());
    CHECK(page.boxes.front().range == TextRange{0, 1});
    CHECK(page.boxes.front().area.left == 0.6); // the first letter stands at the right
    // Within a line of Latin letters only the Hebrew word is turned.
    CHECK(textOf({word(QStringLiteral("say"), 0, 0, true, false), word(QStringLiteral("םולש"), 40, 0, true, false),
                  word(QStringLiteral("to"), 90, 0, false, true)}) == QStringLiteral("say שלום to"));
}

TEST_CASE("characters that must not be in a text are replaced one by one")
{
    const QString bad = QStringLiteral("a") + QChar(u'\0') + QChar(0xdc00) + QStringLiteral("\nb");
    const PageLayout page = composePage({word(bad, 0, 0, false, true)}, QSizeF(100, 100));
    CHECK(page.text.text == QStringLiteral("a\ufffd\ufffd b"));
    REQUIRE(page.boxes.size() == 1);
    CHECK(page.boxes[0].range == TextRange{0, 5});
}

TEST_CASE("a word with other characters than places shares its box out evenly")
{
    PageWord odd{QStringLiteral("abcd"), QRectF(0, 0, 40, 10), {QRectF(0, 0, 40, 10)}, false, true};
    const PageLayout page = composePage({odd}, QSizeF(40, 10));
    REQUIRE(page.boxes.size() == 1);
    CHECK(page.boxes[0].edges == std::vector<float>{0.25F, 0.5F, 0.75F, 1.0F});
}

TEST_CASE("places outside the page and sizes that are none come out inside 0 to 1")
{
    const double none = std::numeric_limits<double>::quiet_NaN();
    PageWord wild{QStringLiteral("x"), QRectF(-50, none, 1e12, 10), {QRectF(-50, none, 1e12, 10)}, false, true};
    for (const QSizeF &size : {QSizeF(100, 100), QSizeF(0, 0), QSizeF(none, -4), QSizeF(1e300, 1e300)}) {
        const PageLayout page = composePage({wild}, size);
        REQUIRE(page.boxes.size() == 1);
        const UnitRectangle &area = page.boxes[0].area;
        for (const double side : {area.left, area.top, area.right, area.bottom, double(page.boxes[0].edges[0])})
            CHECK((side >= 0 && side <= 1));
        CHECK((page.text.width >= 0 && page.text.width <= 1e7));
    }
}
