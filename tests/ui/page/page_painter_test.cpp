// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_painter.h"

#include "tests/support/catch.h"
#include "tests/support/scripted_page_reader.h"
#include "tests/support/waiting.h"
#include "ui/common/marks.h"

#include <QImage>
#include <QPainter>

using namespace ui::page;
using model::TagKind;
using model::session::PageSource;

namespace {

const QString text = QStringLiteral("Larkspur could read messages");

/// A page of one line, with "could read" on it tagged or suggested.
class PaintedPage {
public:
    explicit PaintedPage(const QString &words = text)
    {
        script->pages = {words};
        source = std::make_unique<PageSource>(scriptedReader(script));
        source->open();
        source->want({model::session::WantedLayout{0}});
        REQUIRE(eventually([&] { return source->layout(0) != nullptr; }));
        scene.frames = {{scriptedWidth, scriptedHeight, {}, false}};
        scene.geometry = PageGeometry(scene.frames, 1, 900);
        area = areasOnPage(scene.geometry, *source->layout(0), 0, {9, 19}).front();
    }
    model::Passage passage() const { return *model::makePassage(document, 0, text, 9, 0, text, 19); }
    void tag(TagKind kind) { scene.tags = {{model::TagId::create(), kind, passage(), {}}}; }
    void suggest(TagKind kind)
    {
        scene.suggestions = {{model::SuggestionId::ofTag(passage(), kind, {}), kind, passage(), {}, 0.8}};
    }
    QImage paint()
    {
        QImage image(scene.geometry.contentSize().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintPage(painter, scene, *source, 0, QPalette());
        return image;
    }
    /// How often the mark's colour begins anew along a line of pixels.
    static int strokes(const QImage &image, QPoint from, QPoint step, int length, TagKind kind)
    {
        const QColor colour = ui::paperColour(kind);
        int count = 0;
        bool inside = false;
        for (int i = 0; i < length; ++i, from += step) {
            const QColor here = image.pixelColor(from);
            const int distance = std::abs(here.red() - colour.red()) + std::abs(here.green() - colour.green()) +
                                 std::abs(here.blue() - colour.blue());
            if (distance < 120 && !inside)
                ++count;
            inside = distance < 120;
        }
        return count;
    }
    int strokesOf(const QImage &image, TagKind kind) const
    {
        const QRect box = area.toAlignedRect();
        const int margin = static_cast<int>(scene.geometry.toContent(0, source->layout(0)->boxes.front().area).left());
        int most = 0;
        // The mark is some pixels thick and stands some pixels off the words.
        for (int off = -12; off <= 4; ++off) {
            most = std::max(most, kind == TagKind::Evidence
                                      ? strokes(image, {margin + off, box.top()}, {0, 1}, box.height(), kind)
                                      : strokes(image, {box.left(), box.bottom() + off}, {1, 0}, box.width(), kind));
        }
        return most;
    }

    const model::Sha256 document = model::Sha256::of("a document");
    std::shared_ptr<ReaderScript> script = std::make_shared<ReaderScript>();
    std::unique_ptr<PageSource> source;
    PageScene scene;
    QRectF area;
};

} // namespace

TEST_CASE("a suggestion is drawn dashed and hollow where a tag is drawn whole and filled")
{
    const TagKind kind = GENERATE(TagKind::Partner, TagKind::Permission, TagKind::Evidence);
    PaintedPage tagged;
    tagged.tag(kind);
    const QImage whole = tagged.paint();
    CHECK(tagged.strokesOf(whole, kind) <= 2); // of a box, its two sides
    PaintedPage suggested;
    suggested.suggest(kind);
    const QImage dashed = suggested.paint();
    CHECK(suggested.strokesOf(dashed, kind) >= 3);
    CHECK(dashed.pixelColor(suggested.area.center().toPoint()) == QColor(Qt::white));
    if (kind != TagKind::Evidence)
        CHECK(whole.pixelColor(tagged.area.center().toPoint()) != QColor(Qt::white));
}

TEST_CASE("of a page only the pictures of the part in question are made, and they cover it")
{
    const model::PageFrame huge{model::maximumPageSide, model::maximumPageSide, {}, false};
    const QRectF part(0.5, 0.25, 0.01, 0.01);
    const auto tiles = tilesOf(huge, 0, PageGeometry::largestZoom, 2, part);
    CHECK(tiles.size() < 100);
    QRect covered;
    for (const auto &tile : tiles)
        covered |= tile.part;
    const double side = huge.width * tiles.front().pixelsPerPoint;
    CHECK(QRectF(covered).contains(QRectF(part.topLeft() * side, part.size() * side)));
    CHECK(tilesOf(huge, 0, 1, 1, {1.5, 0, 1, 1}).empty());

    const model::PageFrame small{scriptedWidth, scriptedHeight, {}, false};
    const auto all = tilesOf(small, 0, 1, 1, {-3, -3, 7, 7});
    CHECK(all.size() == 2);
    CHECK(all.back().part.bottomRight() == QPoint(799, 1066));
}

TEST_CASE("the passages of the chosen suggestion are drawn stronger")
{
    PaintedPage page;
    page.suggest(TagKind::Permission);
    const QImage plain = page.paint();
    page.scene.strongSuggestions = {page.scene.suggestions.front().id};
    const QImage strong = page.paint();
    const auto ink = [&page](const QImage &image) {
        int pixels = 0;
        const QRect box = page.area.adjusted(-4, -4, 4, 6).toAlignedRect();
        for (int y = box.top(); y <= box.bottom(); ++y) {
            for (int x = box.left(); x <= box.right(); ++x)
                pixels += image.pixelColor(x, y) != QColor(Qt::white);
        }
        return pixels;
    };
    CHECK(ink(strong) > ink(plain));
}

TEST_CASE("the evidence bar stands in front of the line, on no word, wherever on it the passage begins")
{
    const double zoom = GENERATE(0.4, 1.0, 4.0);
    PaintedPage page;
    page.tag(TagKind::Evidence);
    page.scene.geometry = PageGeometry(page.scene.frames, zoom, 900);
    const PageGeometry &geometry = page.scene.geometry;
    const model::PageLayout &layout = *page.source->layout(0);
    const QRectF bar = evidenceBars(page.scene, layout, 0).tags.front();
    REQUIRE_FALSE(bar.isEmpty());
    for (const model::TextBox &box : layout.boxes)
        CHECK(bar.right() < geometry.onSheet(0, box.area).left());
    CHECK(bar.right() > geometry.onSheet(0, layout.boxes.front().area).left() - 12);
}

TEST_CASE("the bars of evidence on one line stand beside each other, those of other lines below each other")
{
    const QString lines = QStringLiteral("Larkspur could read messages\nand posts of friends");
    PaintedPage page(lines);
    for (const auto &[start, end] : {std::pair(0, 8), std::pair(9, 19), std::pair(29, 32)})
        page.scene.tags.push_back({model::TagId::create(),
                                   TagKind::Evidence,
                                   *model::makePassage(page.document, 0, lines, start, 0, lines, end),
                                   {}});
    page.scene.suggestions = {{model::SuggestionId::ofTag(page.scene.tags[1].passage, TagKind::Evidence, {}),
                               TagKind::Evidence,
                               page.scene.tags[1].passage,
                               {},
                               0.8}};
    const EvidenceBars bars = evidenceBars(page.scene, *page.source->layout(0), 0);
    REQUIRE(bars.tags.size() == 3);
    REQUIRE(bars.suggestions.size() == 1);
    CHECK_FALSE(bars.tags[0].intersects(bars.tags[1]));
    CHECK_FALSE(bars.tags[0].intersects(bars.suggestions[0]));
    CHECK_FALSE(bars.tags[1].intersects(bars.suggestions[0]));
    CHECK(bars.tags[0].left() == Approx(bars.tags[2].left()));
    CHECK(bars.tags[1].right() < bars.tags[0].left());
}

TEST_CASE("the frame of what was gone to goes round the passage, not round its lines")
{
    const QString lines = QStringLiteral("Larkspur could read messages\nand posts of friends");
    PaintedPage page(lines);
    page.scene.framed = *model::makePassage(page.document, 0, lines, 24, 0, lines, 33);
    const QImage framed = page.paint();
    page.scene.framed.reset();
    const QImage plain = page.paint();
    const auto differsIn = [&](qsizetype start, qsizetype end) {
        const QRect box = areasOnPage(page.scene.geometry, *page.source->layout(0), 0, {start, end})
                              .front()
                              .adjusted(0, -6, 0, 6)
                              .toAlignedRect();
        return framed.copy(box) != plain.copy(box);
    };
    CHECK(differsIn(24, 28));
    CHECK(differsIn(29, 32));
    CHECK_FALSE(differsIn(0, 8));
    CHECK_FALSE(differsIn(43, 49));
}

TEST_CASE("turning the pages turns what is painted on them, pixel for pixel")
{
    const int turns = GENERATE(1, 2, 3);
    PaintedPage page;
    page.tag(GENERATE(TagKind::Partner, TagKind::Permission, TagKind::Evidence));
    page.scene.found = {{0, {{20, 28}}}};
    page.scene.foundNow = {0, {20, 28}};
    page.scene.selection = TextSelection{{0, 2}, {0, 5}};
    page.scene.framed = page.passage();
    const auto sheetOf = [&page](int turned) {
        page.scene.geometry = PageGeometry(page.scene.frames, 1, 1200, {turned, false, false});
        return page.paint().copy(page.scene.geometry.page(0).toAlignedRect());
    };
    const QImage upright = sheetOf(0);
    const QImage turnedBack = sheetOf(turns).transformed(QTransform().rotate(-90 * turns));
    REQUIRE(turnedBack.size() == upright.size());
    int different = 0;
    for (int y = 0; y < upright.height(); ++y) {
        for (int x = 0; x < upright.width(); ++x) {
            const QColor a = upright.pixelColor(x, y);
            const QColor b = turnedBack.pixelColor(x, y);
            // The shadow below the page does not turn, and dashes may begin elsewhere.
            different += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) > 120;
        }
    }
    CHECK(different < 60);
}
