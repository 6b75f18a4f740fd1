// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"
#include "ui/review/read_place.h"

#include <QApplication>
#include <QLabel>

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
