// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace model;
using namespace model::reader;

namespace {

constexpr double scale = 2; // pixels a point

bool hasInk(const PagePicture &page, int x, int y)
{
    const auto at = (qsizetype(y) * page.width + x) * 4;
    return static_cast<uchar>(page.pixels[at]) < 160;
}

/// How many pixels are dark in a rectangle.
int inkIn(const PagePicture &page, double left, double top, double right, double bottom)
{
    int ink = 0;
    for (int y = std::max(0, static_cast<int>(top)); y < std::min(page.height, static_cast<int>(std::ceil(bottom)));
         ++y) {
        for (int x = std::max(0, static_cast<int>(left)); x < std::min(page.width, static_cast<int>(std::ceil(right)));
             ++x)
            ink += hasInk(page, x, y) ? 1 : 0;
    }
    return ink;
}

PagePicture drawn(DocumentReader &reader, const PageText &page, int turns = 0)
{
    const auto width = static_cast<int>(page.width * scale);
    const auto height = static_cast<int>(page.height * scale);
    auto picture =
        reader.render({0, scale, turns, turns % 2 == 0 ? QRect(0, 0, width, height) : QRect(0, 0, height, width)});
    REQUIRE(picture);
    return *std::move(picture);
}

ReaderHost::Options mode(bool useLandlock)
{
    ReaderHost::Options options;
    options.useLandlock = useLandlock;
    return options;
}

} // namespace

TEST_CASE("a text is read as pages, with its kind and its encoding")
{
    const OpenReader open = readerOf("Spotify could read messages.\r\nCaf\xe9\r\n");
    const auto facts = open.reader->facts();
    REQUIRE(facts);
    CHECK(facts->kind == FileKind::Text);
    CHECK(facts->pageCount == 1);
    CHECK(facts->encoding == QStringLiteral("windows-1252"));
    const auto page = open.reader->pageText(0);
    REQUIRE(page);
    CHECK(page->text == QStringLiteral("Spotify could read messages.\nCaf\u00e9\n"));
    CHECK(page->width == 595);
    CHECK(page->height == 842);
    CHECK(open.reader->pageText(1).error().kind == ErrorKind::Damaged);
    CHECK(open.reader->pageLayout(0)->text == *page);
}

TEST_CASE("a table and a web page are told by what is in them")
{
    const OpenReader table = readerOf("partner,permission,since\nAlder Bank,read,2015\n");
    CHECK(table.reader->facts()->kind == FileKind::Table);
    CHECK(table.reader->pageText(0)->text ==
          QStringLiteral("partner \tpermission\tsince\nAlder Bank\tread    \t2015\n"));
    const OpenReader page = readerOf("\n<!DOCTYPE html><title>Terms</title><p>They may <a href=x.html>read</a>.");
    const auto facts = page.reader->facts();
    REQUIRE(facts);
    CHECK(facts->kind == FileKind::WebPage);
    CHECK(facts->title == QStringLiteral("Terms"));
    CHECK(page.reader->pageText(0)->text == QStringLiteral("They may read [x.html].\n"));
}

TEST_CASE("what is drawn of a text stands where its characters are said to stand, in both sandboxes")
{
    const bool useLandlock = GENERATE(true, false);
    CAPTURE(useLandlock);
    const OpenReader open = readerOf(QString::fromUtf8("Wij gaan akkoord.\n\tgj|pq \u00c9 \u0416 \u6f22\u5b57\n"
                                                       "\u0639\u0631\u0628\u064a \u05e9\u05dc\u05d5\u05dd\n")
                                         .toUtf8(),
                                     mode(useLandlock));
    REQUIRE(open.reader->facts());
    CHECK((open.reader->sandboxMode() == SandboxMode::NoFiles || useLandlock));
    const auto layout = open.reader->pageLayout(0);
    REQUIRE(layout);
    const PagePicture page = drawn(*open.reader, layout->text);
    int inBoxes = 0;
    for (const TextBox &box : layout->boxes) {
        const int ink = inkIn(page, box.area.left * page.width, box.area.top * page.height, box.area.right * page.width,
                              box.area.bottom * page.height);
        CAPTURE(box.range.start, box.range.end);
        CHECK(ink > 3);
        inBoxes += ink;
    }
    const int all = inkIn(page, 0, 0, page.width, page.height);
    CHECK(all <= inBoxes + all / 50);
}

TEST_CASE("a text turned is the text drawn and then turned")
{
    const OpenReader open = readerOf("Spotify could read messages.\n");
    REQUIRE(open.reader->facts());
    const auto text = open.reader->pageText(0);
    const PagePicture upright = drawn(*open.reader, *text);
    const PagePicture right = drawn(*open.reader, *text, 1);
    const PagePicture under = drawn(*open.reader, *text, 2);
    REQUIRE(right.width == upright.height);
    int ink = 0;
    for (int y = 0; y < upright.height; ++y) {
        for (int x = 0; x < upright.width; ++x) {
            const bool has = hasInk(upright, x, y);
            ink += has ? 1 : 0;
            if (has != hasInk(right, upright.height - 1 - y, x) ||
                has != hasInk(under, upright.width - 1 - x, upright.height - 1 - y))
                FAIL("another picture at " << x << ", " << y);
        }
    }
    CHECK(ink > 300);
}

TEST_CASE("a part of a page of text is drawn just as it looks in the whole")
{
    const OpenReader open = readerOf("Spotify could read messages, and write them.\n");
    REQUIRE(open.reader->facts());
    const auto whole = open.reader->render({0, 1.7, 0, QRect(0, 0, 1000, 400)});
    const auto part = open.reader->render({0, 1.7, 0, QRect(100, 55, 120, 40)});
    REQUIRE(whole);
    REQUIRE(part);
    bool same = true;
    for (int y = 0; y < 40; ++y)
        same = same && part->pixels.mid(qsizetype(y) * 120 * 4, 480) ==
                           whole->pixels.mid((qsizetype(y + 55) * 1000 + 100) * 4, 480);
    CHECK(same);
}

TEST_CASE("more text than is taken in at once is refused with what to do about it")
{
    const OpenReader open = readerOf(QByteArray("Alder Bank could read.\n").repeated(5'000'000));
    const auto facts = open.reader->facts();
    REQUIRE_FALSE(facts);
    CHECK(facts.error().kind == ErrorKind::TooLarge);
    CHECK(facts.error().sentence.contains(QStringLiteral("Split it")));
}
