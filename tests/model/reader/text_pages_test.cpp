// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/text_pages.h"

#include "tests/support/catch.h"

#include <random>

using namespace model;
using namespace model::reader;

namespace {

QString textOfAllPages(const TextPages &pages)
{
    QString all;
    for (int page = 0; page < pages.pageCount(); ++page)
        all += pages.layout(page).text.text;
    return all;
}

/// Words and whatever else a file can hold, of scripts near and far.
QString randomText(std::mt19937 &random)
{
    static const QStringList pieces{QStringLiteral("word"), QStringLiteral(" "),      QStringLiteral("\n"),
                                    QStringLiteral("\t"),   QStringLiteral("\u6f22"), QStringLiteral("\u05d0\u05d1"),
                                    QStringLiteral(", "),   QStringLiteral("\u0301"), QStringLiteral("\U0001F600"),
                                    QStringLiteral("1.5"),  QString(130, u'y'),       QStringLiteral("\u0639\u0631")};
    QString text;
    std::uniform_int_distribution<qsizetype> piece(0, pieces.size() - 1);
    for (int i = std::uniform_int_distribution<int>(0, 4000)(random); i > 0; --i)
        text += pieces[piece(random)];
    return text;
}

} // namespace

TEST_CASE("the pages' texts, one behind another, are the text")
{
    const auto seed = GENERATE(take(12, random(0, 1'000'000)));
    CAPTURE(seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const QString text = randomText(random);
    const TextPages pages(text);
    CHECK(textOfAllPages(pages) == text);
    for (int page = 0; page < pages.pageCount(); ++page)
        CHECK(pages.linesOf(page).size() <= static_cast<std::size_t>(linesOfPage));
}

TEST_CASE("every character that can be seen has its place on the page, and no two have the same")
{
    const auto seed = GENERATE(take(6, random(0, 1'000'000)));
    CAPTURE(seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const TextPages pages(randomText(random));
    for (int number = 0; number < pages.pageCount(); ++number) {
        const PageLayout page = pages.layout(number);
        qsizetype end = 0;
        for (const TextBox &box : page.boxes) {
            REQUIRE(box.range.start >= end);
            REQUIRE(box.edges.size() == static_cast<std::size_t>(box.range.length()));
            for (qsizetype at = end; at < box.range.start; ++at)
                CHECK((page.text.text[at].isSpace() || page.text.text[at].isMark()));
            CHECK(box.area.left < box.area.right);
            CHECK(box.area.right <= 1);
            end = box.range.end;
        }
        for (std::size_t i = 0; i < page.boxes.size(); ++i) {
            for (std::size_t j = i + 1; j < std::min(i + 40, page.boxes.size()); ++j) {
                const UnitRectangle &a = page.boxes[i].area;
                const UnitRectangle &b = page.boxes[j].area;
                const bool apart =
                    a.right <= b.left + 1e-9 || b.right <= a.left + 1e-9 || a.bottom <= b.top || b.bottom <= a.top;
                REQUIRE(apart);
            }
        }
    }
}

TEST_CASE("a form feed begins a new page, and an empty text has one empty page")
{
    const TextPages pages(QStringLiteral("first\f\fthird\n"));
    REQUIRE(pages.pageCount() == 3);
    CHECK(pages.layout(0).text.text == QStringLiteral("first"));
    CHECK(pages.layout(1).text.text == QString());
    CHECK(pages.layout(2).text.text == QStringLiteral("third\n"));
    CHECK(TextPages(QString()).pageCount() == 1);
    CHECK(TextPages(QString()).layout(0).text.text == QString());
}

TEST_CASE("lines may end as on any system, and what must not be in a text does not get into it")
{
    CHECK(textOfAllPages(TextPages(QStringLiteral("a\r\nb\rc\nd\u2028e"))) == QStringLiteral("a\nb\nc\nd\ne"));
    CHECK(textOfAllPages(TextPages(QStringLiteral("a\u0001b"))) == QStringLiteral("a\ufffdb"));
}

TEST_CASE("a page holds sixty lines")
{
    const TextPages pages(QString(150, u'\n') + QStringLiteral("end"));
    CHECK(pages.pageCount() == 3);
    CHECK(pages.layout(2).text.text.endsWith(QStringLiteral("end")));
}
