// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"
#include "ui/review/read_place.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QScrollArea>

namespace {

/// Where the page's beginning and the panel beside it stand in the window.
struct Standing {
    explicit Standing(const ReadingWindow &driven)
        : page(driven.pages().mapTo(&driven.window, QPoint(0, 0)))
        , panel(driven.find<QWidget>("tagScroll")->geometry())
        , zoom(driven.pages().zoom())
    {
    }
    friend bool operator==(const Standing &, const Standing &) = default;

    QPoint page;
    QRect panel;
    double zoom;
};

} // namespace

TEST_CASE("the page and the panel beside it stay where they are when messages and panels come and go")
{
    ReadingWindow driven;
    driven.window.resize(1280, 800);
    REQUIRE(eventually([&] { return driven.window.width() == 1280 && driven.find<QWidget>("leftTabs")->isVisible(); }));
    driven.window.frame()->problemBar().settle();
    QTest::qWait(0);
    const Standing before(driven);
    const auto stands = [&](const char *what) {
        INFO(what);
        // What was asked for is laid out by now, and would have moved the page.
        QApplication::processEvents();
        CHECK(Standing(driven) == before);
    };
    driven.window.frame()->problemBar().showProblem(QString(400, QLatin1Char('m')));
    stands("a problem");
    driven.window.frame()->problemBar().settle();
    stands("none");
    driven.act("exportCsv");
    CHECK(driven.find<QWidget>("exportPanel")->isVisible());
    stands("the export");
    driven.press(Qt::Key_Escape);
    driven.act("withdraw");
    REQUIRE(eventually([&] { return driven.find<QWidget>("withdrawPanel")->isVisible(); }));
    stands("the withdrawal");
    driven.act("viewMatrix");
    driven.act("viewRead");
    driven.act("findInDocument");
    CHECK(driven.find<QWidget>("findText")->isVisible());
    stands("finding");
    driven.press(Qt::Key_Escape);
    driven.type("searchBox", QStringLiteral("read:perhaps"));
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.find<QLabel>("searchFault")->isVisible(); }));
    stands("a faulty query");
}

TEST_CASE("in a small window the page has most of the room, and a button brings the list back")
{
    ReadingWindow driven;
    driven.window.resize(900, 600);
    const auto *list = driven.find<QWidget>("leftTabs");
    REQUIRE(eventually([&] { return driven.window.size() == QSize(900, 600) && !list->isVisible(); }));
    CHECK(eventually([&] { return driven.pages().width() > 560; }));
    auto *button = driven.find<QWidget>("pageList");
    REQUIRE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    CHECK(eventually([&] { return list->isVisible() && list->width() >= 220; }));
    CHECK(list->isAncestorOf(driven.window.focusWidget()));
    CHECK_FALSE(button->isVisible());
    CHECK(driven.pages().width() >= 300);
    const auto *tags = driven.find<QScrollArea>("tagScroll");
    CHECK(tags->viewport()->width() >= tags->widget()->minimumSizeHint().width());
}

TEST_CASE("in a large window the lists are wider too, until the reporter moves them")
{
    ReadingWindow driven;
    driven.window.resize(1280, 700);
    const auto *list = driven.find<QWidget>("leftTabs");
    const auto *tags = driven.find<QWidget>("tagScroll");
    REQUIRE(eventually([&] { return driven.window.width() == 1280 && list->isVisible(); }));
    const int listWidth = list->width();
    const int tagsWidth = tags->width();
    driven.window.resize(2400, 700);
    CHECK(eventually([&] { return list->width() > listWidth + 80 && tags->width() > tagsWidth + 80; }));
}

TEST_CASE("an empty case offers to import, and shows no lists of what there cannot be yet")
{
    ReadingWindow driven;
    CHECK(driven.find<QWidget>("tagScroll")->isVisible());
    driven.window.createCase(driven.path("Next.carveout"), {});
    REQUIRE(eventually([&] { return driven.window.frame() && driven.window.windowTitle().startsWith(u"Next"); }));
    auto *action = driven.find<QAbstractButton>("emptyAction");
    REQUIRE(eventually([&] { return action->isVisible(); }));
    CHECK_FALSE(driven.find<QWidget>("tagScroll")->isVisible());
    action->click();
    const QAbstractItemModel &tree = *driven.list("documentTree").model();
    REQUIRE(eventually([&] { return tree.rowCount(tree.index(0, 0)) == 2; }));
    driven.open(0);
    CHECK(driven.find<QWidget>("tagScroll")->isVisible());
    CHECK_FALSE(action->isVisible());
}
