// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_view.h"

#include "tests/support/catch.h"
#include "tests/support/scripted_page_reader.h"
#include "tests/support/waiting.h"
#include "ui/page/text_areas.h"

#include <QApplication>
#include <QClipboard>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>

using namespace ui::page;
using model::session::PageSource;

namespace {

const model::Sha256 document = model::Sha256::of("a document");

class ShownPages {
public:
    explicit ShownPages(const QStringList &pages, const QSizeF &size = {scriptedWidth, scriptedHeight})
    {
        script->pages = pages;
        std::vector<model::PageFrame> frames(static_cast<size_t>(pages.size()));
        for (model::PageFrame &frame : frames)
            frame = {size.width(), size.height(), {}, false};
        auto source = std::make_unique<PageSource>(scriptedReader(script));
        PageSource *opening = source.get();
        view.resize(900, 700);
        view.show();
        view.showDocument(document, frames, std::move(source));
        opening->open();
        REQUIRE(eventually([&] { return opening->layout(0) != nullptr; }));
        view.setFocus();
    }
    /// Where the caret would stand in front of a character of a page in view.
    QPoint placeOf(int pageIndex, qsizetype offset)
    {
        const PageGeometry geometry(std::vector<model::PageFrame>(static_cast<size_t>(script->pages.size()),
                                                                  {scriptedWidth, scriptedHeight, {}, false}),
                                    view.zoom(), view.viewport()->width(), view.arrangement());
        const auto caret = caretArea(*view.source()->layout(pageIndex), offset);
        const QRectF area = geometry.toContent(pageIndex, *caret);
        return (area.center() - QPointF(view.horizontalScrollBar()->value(), view.verticalScrollBar()->value()))
            .toPoint();
    }
    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, modifiers, from);
        for (const QPoint &at : {(from + to) / 2, to}) {
            // QTest's own moves have no modifiers.
            QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             modifiers);
            QApplication::sendEvent(view.viewport(), &move);
        }
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, modifiers, to);
    }

    std::shared_ptr<ReaderScript> script = std::make_shared<ReaderScript>();
    PageView view;
};

const QString words = QStringLiteral("Larkspur could read messages\nuntil 2015");

} // namespace

TEST_CASE("the mouse selects words, a double click one of them")
{
    ShownPages pages({words});
    pages.drag(pages.placeOf(0, 9), pages.placeOf(0, 19));
    CHECK(pages.view.selectedText() == QStringLiteral("could read"));
    const auto passage = pages.view.selectedPassage();
    REQUIRE(passage);
    CHECK(passage->start == 9);
    CHECK(passage->end == 19);
    CHECK(passage->quote == QStringLiteral("could read"));
    QTest::mouseDClick(pages.view.viewport(), Qt::LeftButton, {}, pages.placeOf(0, 3));
    CHECK(pages.view.selectedText() == QStringLiteral("Larkspur"));
}

TEST_CASE("the keyboard alone selects: Shift with arrows, by character, word and line")
{
    ShownPages pages({words});
    QTest::keyClick(&pages.view, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    CHECK(pages.view.selectedText() == QStringLiteral("Larkspur "));
    QTest::keyClick(&pages.view, Qt::Key_Left, Qt::ShiftModifier);
    CHECK(pages.view.selectedText() == QStringLiteral("Larkspur"));
    QTest::keyClick(&pages.view, Qt::Key_Down, Qt::ShiftModifier);
    CHECK(pages.view.selectedText() == QStringLiteral("Larkspur could read messages\nuntil 20"));
    QTest::keyClick(&pages.view, Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == pages.view.selectedText());
    QTest::keyClick(&pages.view, Qt::Key_Escape);
    CHECK_FALSE(pages.view.hasSelection());
}

TEST_CASE("with the caret on, arrows move it; without, they scroll")
{
    ShownPages pages({words, words});
    QTest::keyClick(&pages.view, Qt::Key_Down);
    CHECK(pages.view.verticalScrollBar()->value() > 0);
    CHECK_FALSE(pages.view.selection().has_value());
    pages.view.verticalScrollBar()->setValue(0);
    pages.view.toggleCaret();
    QTest::keyClick(&pages.view, Qt::Key_Right);
    QTest::keyClick(&pages.view, Qt::Key_Right);
    REQUIRE(pages.view.selection());
    CHECK(pages.view.selection()->caret == TextPosition{0, 2});
}

TEST_CASE("the caret begins where the reporter was led, as long as that is in view")
{
    ShownPages pages({words, words, words});
    pages.view.goToPassage(*model::makePassage(document, 0, words, 9, 0, words, 19));
    pages.view.toggleCaret();
    REQUIRE(pages.view.selection());
    CHECK(pages.view.selection()->caret == TextPosition{0, 9});
    // While it is on, it comes along; words that are selected stay selected.
    pages.view.goToRange(0, {20, 28});
    CHECK(pages.view.selection()->caret == TextPosition{0, 20});
    QTest::keyClick(&pages.view, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    pages.view.goToRange(0, {9, 14});
    CHECK(pages.view.selectedText() == QStringLiteral("messages\n"));

    pages.view.clearSelection();
    pages.view.toggleCaret();
    pages.view.goToPage(2);
    REQUIRE(eventually([&] { return pages.view.source()->layout(2) != nullptr; }));
    pages.view.toggleCaret();
    REQUIRE(pages.view.selection());
    CHECK(pages.view.selection()->caret.pageIndex == 2);

    // A place that was clicked before the hit was opened is no place to begin.
    pages.view.toggleCaret();
    pages.view.goToPage(0);
    QTest::mouseClick(pages.view.viewport(), Qt::LeftButton, {}, pages.placeOf(0, 3));
    pages.view.goToRange(0, {20, 28});
    pages.view.toggleCaret();
    CHECK(pages.view.selection()->caret == TextPosition{0, 20});
}

TEST_CASE("a selection runs on over the page break and becomes one passage")
{
    ShownPages pages({QStringLiteral("shared with Lark"), QStringLiteral("spur in 2015")});
    REQUIRE(eventually([&] { return pages.view.source()->layout(1) != nullptr; }));
    pages.drag(pages.placeOf(0, 12), pages.placeOf(0, 16));
    QTest::keyClick(&pages.view, Qt::Key_Right, Qt::ShiftModifier); // to the next page
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&pages.view, Qt::Key_Right, Qt::ShiftModifier);
    const auto passage = pages.view.selectedPassage();
    REQUIRE(passage);
    CHECK(passage->firstPage == 0);
    CHECK(passage->lastPage == 1);
    CHECK(passage->quote == QStringLiteral("Lark\nspur"));
}

TEST_CASE("white space at the ends is not part of the passage, and a selection of nothing else is none")
{
    ShownPages pages({words});
    pages.drag(pages.placeOf(0, 8), pages.placeOf(0, 20));
    REQUIRE(pages.view.selectedPassage());
    CHECK(pages.view.selectedPassage()->quote == QStringLiteral("could read"));
    pages.view.clearSelection();
    CHECK_FALSE(pages.view.selectedPassage());
    CHECK(pages.view.selectedPassage().error().sentence.endsWith(u'.'));
}

TEST_CASE("a click on a tag tells which, the smallest where they overlap")
{
    ShownPages pages({words});
    const auto passage = [](qsizetype start, qsizetype end) {
        return *model::makePassage(document, 0, words, start, 0, words, end);
    };
    const model::Tag evidence{model::TagId::create(), model::TagKind::Evidence, passage(0, 28), std::nullopt};
    const model::Tag partner{model::TagId::create(), model::TagKind::Partner, passage(0, 8),
                             model::SubjectId::create()};
    pages.view.setTags({evidence, partner});
    QList<model::TagId> clicked;
    QObject::connect(&pages.view, &PageView::tagClicked, &pages.view, [&](const model::TagId &id) { clicked += id; });
    QTest::mouseClick(pages.view.viewport(), Qt::LeftButton, {}, pages.placeOf(0, 3));
    QTest::mouseClick(pages.view.viewport(), Qt::LeftButton, {}, pages.placeOf(0, 22));
    CHECK(clicked == QList<model::TagId>{partner.id, evidence.id});
}

TEST_CASE("a click on the bar in the margin finds evidence that begins in the middle of its line")
{
    ShownPages pages({words});
    const model::Tag evidence{model::TagId::create(), model::TagKind::Evidence,
                              *model::makePassage(document, 0, words, 9, 0, words, 19), std::nullopt};
    pages.view.setTags({evidence});
    QList<model::TagId> clicked;
    QObject::connect(&pages.view, &PageView::tagClicked, &pages.view, [&](const model::TagId &id) { clicked += id; });
    QTest::mouseClick(pages.view.viewport(), Qt::LeftButton, {}, pages.placeOf(0, 3));
    QTest::mouseClick(pages.view.viewport(), Qt::LeftButton, {}, pages.placeOf(0, 0) - QPoint(8, 0));
    CHECK(clicked == QList<model::TagId>{evidence.id});
}

TEST_CASE("zooming keeps the place, and pages are reached by number")
{
    ShownPages pages(QStringList(20, words));
    QSignalSpy current(&pages.view, &PageView::currentPageChanged);
    pages.view.goToPage(12);
    CHECK(pages.view.currentPage() == 12);
    CHECK_FALSE(current.isEmpty());
    pages.view.setZoom(2);
    CHECK(pages.view.currentPage() == 12);
    pages.view.zoomBy(-5);
    CHECK(pages.view.zoom() == Approx(1.5));
    CHECK(pages.view.currentPage() == 12);
    pages.view.setFit(Fit::Page);
    CHECK(pages.view.currentPage() == 12);
    pages.view.goToPage(999);
    CHECK(pages.view.currentPage() == 19);
}

TEST_CASE("a passage on a page that is not read yet is gone to and framed once it is")
{
    ShownPages pages(QStringList(30, words));
    pages.view.setZoom(3);
    pages.view.goToPassage(*model::makePassage(document, 25, words, 0, 25, words, 8));
    REQUIRE(eventually([&] { return pages.view.source()->layout(25) != nullptr; }));
    CHECK(pages.view.currentPage() == 25);
    const QPoint place = pages.placeOf(25, 0);
    CHECK(pages.view.viewport()->rect().contains(place));
}

TEST_CASE("only what is in view and next to it is read")
{
    ShownPages pages(QStringList(100, words));
    REQUIRE(eventually([&] { return pages.view.source()->layout(1) != nullptr; }));
    CHECK(pages.view.source()->layout(50) == nullptr);
    CHECK(pages.script->layouts < 8);
}

TEST_CASE("of the largest page there is only what is in view is drawn, and scrolling ends where the bars can count")
{
    ShownPages pages(QStringList(3000, words), {model::maximumPageSide, model::maximumPageSide});
    pages.view.setZoom(3);
    pages.view.grab();
    REQUIRE(eventually([&] { return pages.view.source()->layout(1) != nullptr; }));
    pages.view.setZoom(PageGeometry::largestZoom);
    pages.view.verticalScrollBar()->setValue(500'000);
    pages.view.grab();
    CHECK(pages.view.currentPage() == 2);
    pages.view.verticalScrollBar()->setValue(pages.view.verticalScrollBar()->maximum());
    CHECK(pages.view.verticalScrollBar()->maximum() > 600'000'000);
    CHECK(pages.script->pictures < 100);
}

TEST_CASE("a page whose reader died shows, and does not stop the view")
{
    ShownPages pages({words, words, words});
    pages.script->crashAt = 1;
    pages.view.goToPage(1);
    REQUIRE(eventually([&] { return pages.view.source()->error(1) != nullptr || pages.view.source()->layout(1); }));
    pages.view.goToPage(2);
    CHECK(eventually([&] { return pages.view.source()->layout(2) != nullptr; }));
    REQUIRE(eventually([&] { return pages.view.source()->layout(1) || pages.view.source()->error(1); }));
    pages.view.goToPage(1);
    pages.view.grab(); // paints the sentence
    pages.script->crashAt = -1;
    pages.view.retryPages();
    CHECK(eventually([&] { return pages.view.source()->layout(1) != nullptr; }));
}

TEST_CASE("a page counts as seen when its beginning and its end were in view, not when its last lines were")
{
    ShownPages pages({words, words, words, words});
    QSignalSpy seen(&pages.view, &PageView::pageSeen);
    pages.view.resize(700, 900);
    pages.view.setZoom(0.6);
    pages.view.goToPage(3);
    REQUIRE(eventually([&] { return seen.contains(QVariantList{3}); }));
    // The last lines of the page before stood above it all the time.
    CHECK_FALSE(seen.contains(QVariantList{2}));
}

TEST_CASE("in every arrangement the mouse finds the words it points at, and the tags on them")
{
    ShownPages pages({words, words, words});
    pages.view.setZoom(GENERATE(0.7, 1.0));
    pages.view.setArrangement({GENERATE(0, 1, 2, 3), GENERATE(false, true), GENERATE(false, true)});
    const int pageIndex = GENERATE(0, 1, 2);
    pages.view.goToRange(pageIndex, {9, 19});
    REQUIRE(eventually([&] { return pages.view.source()->layout(pageIndex) != nullptr; }));
    pages.view.goToRange(pageIndex, {9, 19});
    CHECK(pages.view.currentPage() == pageIndex);
    pages.drag(pages.placeOf(pageIndex, 9), pages.placeOf(pageIndex, 19));
    CHECK(pages.view.selectedText() == QStringLiteral("could read"));
    REQUIRE(pages.view.selectedPassage());
    CHECK(pages.view.selectedPassage()->firstPage == pageIndex);

    const model::Tag tag{model::TagId::create(), model::TagKind::Permission, *pages.view.selectedPassage(), {}};
    pages.view.clearSelection();
    pages.view.setTags({tag});
    QList<model::TagId> clicked;
    QObject::connect(&pages.view, &PageView::tagClicked, &pages.view, [&](const model::TagId &id) { clicked += id; });
    QTest::mouseClick(pages.view.viewport(), Qt::LeftButton, {}, pages.placeOf(pageIndex, 12));
    CHECK(clicked == QList<model::TagId>{tag.id});
}

TEST_CASE("of facing pages the one that was gone to or clicked is the current one")
{
    ShownPages pages(QStringList(6, words));
    pages.view.setArrangement({0, true, false});
    pages.view.goToPage(3);
    CHECK(pages.view.currentPage() == 3);
    REQUIRE(eventually([&] { return pages.view.source()->layout(2) && pages.view.source()->layout(3); }));
    QTest::mouseClick(pages.view.viewport(), Qt::LeftButton, {}, pages.placeOf(2, 4));
    CHECK(pages.view.currentPage() == 2);
    pages.view.setArrangement({});
    CHECK(pages.view.currentPage() == 2);
}

TEST_CASE("a place is gone back to as it was left, also before the view has its size")
{
    const PagePlace left{GENERATE(0, 7, 19),
                         {-0.01, 0.4},
                         GENERATE(Fit::Width, Fit::Free),
                         1.5,
                         {GENERATE(0, 1), GENERATE(false, true), false}};
    ShownPages pages(QStringList(20, words));
    pages.view.goToPlace(left);
    const PagePlace place = pages.view.place();
    CHECK(place.pageIndex == left.pageIndex);
    CHECK(place.arrangement == left.arrangement);
    CHECK(place.fit == left.fit);
    if (left.pageIndex < 15) // the end of the document cannot stand at the top
        CHECK(place.offset.y() == Approx(left.offset.y()).margin(0.02));

    PageView small;
    small.resize(100, 30);
    small.showDocument(document, std::vector<model::PageFrame>(20, {scriptedWidth, scriptedHeight, {}, false}),
                       nullptr);
    small.goToPlace(left);
    small.resize(900, 700);
    small.show();
    CHECK(eventually([&] { return std::abs(small.place().offset.y() - place.offset.y()) < 0.02; }));
    CHECK(small.place().pageIndex == left.pageIndex);
    CHECK(small.zoom() == Approx(pages.view.zoom()));

    // A page that the document does not have.
    PagePlace beyond = left;
    beyond.pageIndex = 400;
    pages.view.goToPlace(beyond);
    CHECK(pages.view.currentPage() == 19);
}

TEST_CASE("the magnifier shows the words under it drawn anew, larger, and Escape takes it away")
{
    ShownPages pages({words, words});
    pages.view.setZoom(1);
    QSignalSpy toggled(&pages.view, &PageView::magnifierToggled);
    pages.view.toggleMagnifier();
    CHECK(pages.view.hasMagnifier());
    const double expected = 3 * PageGeometry::pixelsPerPoint * pages.view.devicePixelRatioF();
    CHECK(eventually([&] { return pages.script->finest.load() > expected - 0.01; }));
    CHECK(pages.script->finest.load() == Approx(expected));
    pages.view.grab();
    // It goes with the mouse, and with the caret.
    auto *lens = pages.view.findChild<QWidget *>(QStringLiteral("magnifier"));
    REQUIRE(lens);
    QTest::mouseMove(pages.view.viewport(), pages.placeOf(0, 12));
    CHECK((lens->geometry().center() - pages.placeOf(0, 12)).manhattanLength() < 4);
    pages.view.toggleCaret();
    QTest::keyClick(&pages.view, Qt::Key_End);
    CHECK((lens->geometry().center() - pages.placeOf(0, 28)).manhattanLength() < 4);
    QTest::keyClick(&pages.view, Qt::Key_Escape);
    CHECK_FALSE(pages.view.hasMagnifier());
    CHECK(toggled.size() == 2);
}

TEST_CASE("the magnifier asks for no more than a reader draws")
{
    ShownPages pages({words});
    pages.view.setZoom(PageGeometry::largestZoom);
    pages.view.toggleMagnifier();
    CHECK(eventually([&] { return pages.script->finest.load() > 31; }));
    CHECK(pages.script->finest.load() <= 32);
    CHECK(pages.view.source()->error(0) == nullptr);
}

TEST_CASE("at night the paper is dark and the marks on it are light")
{
    ShownPages pages({words});
    const model::Tag tag{model::TagId::create(), model::TagKind::Permission,
                         *model::makePassage(document, 0, words, 9, 0, words, 19), std::nullopt};
    pages.view.setTags({tag});
    const auto lightnessAt = [&pages](const QPoint &at) {
        return pages.view.viewport()->grab().toImage().pixelColor(at).lightness();
    };
    const QPoint paper = pages.placeOf(0, 9) + QPoint(0, 200);
    const QPoint underline = pages.placeOf(0, 14) + QPoint(0, static_cast<int>(8 * pages.view.zoom()) + 1);
    REQUIRE(eventually([&] { return lightnessAt(paper) == 255; }));
    CHECK(lightnessAt(underline) < 200);
    pages.view.setColours(model::session::PaperColours::Night);
    CHECK(eventually([&] { return lightnessAt(paper) < 40; }));
    CHECK(lightnessAt(underline) > lightnessAt(paper) + 30);
    pages.view.setColours(model::session::PaperColours::Day);
    CHECK(eventually([&] { return lightnessAt(paper) == 255; }));
}

TEST_CASE("the last page stays the current one when the view gets narrower, though others stand above it")
{
    ShownPages pages(QStringList(4, words));
    pages.view.setZoom(0.2);
    pages.view.setFit(Fit::Width);
    pages.view.goToPage(3);
    REQUIRE(pages.view.currentPage() == 3);
    pages.view.resize(300, 700);
    CHECK(pages.view.currentPage() == 3);
}

TEST_CASE("the mouse selects whole words, also from within one to within another, and with Ctrl exactly the letters")
{
    ShownPages pages({words});
    pages.drag(pages.placeOf(0, 11), pages.placeOf(0, 16)); // co|uld r|ead
    CHECK(pages.view.selectedText() == QStringLiteral("could read"));
    pages.drag(pages.placeOf(0, 16), pages.placeOf(0, 11)); // backwards
    CHECK(pages.view.selectedText() == QStringLiteral("could read"));
    pages.drag(pages.placeOf(0, 20), pages.placeOf(0, 23)); // within one
    CHECK(pages.view.selectedText() == QStringLiteral("messages"));
    pages.drag(pages.placeOf(0, 11), pages.placeOf(0, 16), Qt::ControlModifier);
    CHECK(pages.view.selectedText() == QStringLiteral("uld r"));
    pages.drag(pages.placeOf(0, 11), pages.placeOf(0, 16), Qt::AltModifier);
    CHECK(pages.view.selectedText() == QStringLiteral("uld r"));
}

TEST_CASE("a hand that trembles on a click selects nothing")
{
    ShownPages pages({words});
    const QPoint at = pages.placeOf(0, 11);
    pages.drag(at, at + QPoint(QApplication::startDragDistance() - 2, 0));
    CHECK_FALSE(pages.view.hasSelection());
}

TEST_CASE("a click is the third one by when it came, however late it is heard of")
{
    ShownPages pages({QStringLiteral("Larkspur could read. Cedar could not.")});
    const QPoint at = pages.placeOf(0, 11);
    const auto interval = static_cast<quint64>(QApplication::doubleClickInterval());
    const auto send = [&](QEvent::Type type, quint64 timestamp) {
        QMouseEvent event(type, at, pages.view.viewport()->mapToGlobal(at), Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, {});
        event.setTimestamp(timestamp);
        QApplication::sendEvent(pages.view.viewport(), &event);
    };
    const auto selectedAfter = [&](quint64 sinceDoubleClick) {
        constexpr quint64 begin = 1'000'000;
        send(QEvent::MouseButtonDblClick, begin);
        send(QEvent::MouseButtonRelease, begin);
        send(QEvent::MouseButtonPress, begin + sinceDoubleClick);
        send(QEvent::MouseButtonRelease, begin + sinceDoubleClick);
        return pages.view.selectedText();
    };
    CHECK(selectedAfter(interval - 1) == QStringLiteral("Larkspur could read."));
    CHECK(selectedAfter(interval).isEmpty());
}

TEST_CASE("a third click selects the sentence, and dragging on takes whole sentences in")
{
    const QString text = QStringLiteral("Larkspur could read\nmessages. Cedar could not. Elm could.");
    ShownPages pages({text});
    const QPoint at = pages.placeOf(0, 12);
    QTest::mouseDClick(pages.view.viewport(), Qt::LeftButton, {}, at);
    CHECK(pages.view.selectedText() == QStringLiteral("could"));
    QTest::mousePress(pages.view.viewport(), Qt::LeftButton, {}, at);
    CHECK(pages.view.selectedText() == QStringLiteral("Larkspur could read\nmessages."));
    QTest::mouseMove(pages.view.viewport(), pages.placeOf(0, 38));
    CHECK(pages.view.selectedText() == QStringLiteral("Larkspur could read\nmessages. Cedar could not."));
    QTest::mouseRelease(pages.view.viewport(), Qt::LeftButton, {}, pages.placeOf(0, 38));
    // A click elsewhere is a click again.
    QTest::mouseClick(pages.view.viewport(), Qt::LeftButton, {}, pages.placeOf(0, 38));
    CHECK_FALSE(pages.view.hasSelection());
}
