// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"
#include "ui/case_frame.h"
#include "ui/common/status_line.h"

#include <QLineEdit>
#include <QScrollBar>

namespace {

class GoingWindow : public ReadingWindow {
public:
    QString title() const { return find<QLineEdit>("documentTitle")->text(); }
    ui::Place place() const { return window.frame()->place(); }
    QString said() const { return window.frame()->statusLine().sentence(); }
    void clickSideButton(Qt::MouseButton button) const { QTest::mouseClick(pages().viewport(), button); }
};

} // namespace

TEST_CASE("back and forward lead over pages and places, by keys, menu and mouse")
{
    GoingWindow driven;
    const QString first = driven.title();
    driven.open(1);
    const QString second = driven.title();
    REQUIRE(first != second);
    driven.act("viewMatrix");
    REQUIRE(driven.place() == ui::Place::Matrix);

    driven.press(Qt::Key_Left, Qt::AltModifier);
    CHECK(driven.place() == ui::Place::Read);
    CHECK(driven.title() == second);
    driven.press(Qt::Key_Left, Qt::AltModifier);
    CHECK(eventually([&] { return driven.title() == first; }));
    driven.press(Qt::Key_Left, Qt::AltModifier);
    CHECK(driven.said().startsWith(QStringLiteral("This is where you began")));

    driven.act("goForward");
    CHECK(eventually([&] { return driven.title() == second; }));
    driven.clickSideButton(Qt::BackButton);
    CHECK(eventually([&] { return driven.title() == first; }));
    driven.clickSideButton(Qt::ForwardButton);
    CHECK(eventually([&] { return driven.title() == second; }));
    driven.act("goForward");
    CHECK(driven.place() == ui::Place::Matrix);
    driven.act("goForward");
    CHECK(driven.said() == QStringLiteral("There is nothing to go forward to."));
}

TEST_CASE("back leads to the exact position on the page and to the search that was there")
{
    GoingWindow driven;
    driven.pages().setZoom(3);
    auto *bar = driven.pages().verticalScrollBar();
    REQUIRE(bar->maximum() > 100);
    bar->setValue(97);
    const QString first = driven.title();
    driven.act("search");
    QTest::keyClicks(driven.find<QLineEdit>("searchBox"), QStringLiteral("cedar"));
    driven.press(Qt::Key_Down);
    driven.press(Qt::Key_Down);
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.title() != first; }));
    driven.press(Qt::Key_Left, Qt::AltModifier);
    REQUIRE(eventually([&] { return driven.title() == first; }));
    CHECK(eventually([&] { return bar->value() == 97; }));
    driven.find<QLineEdit>("searchBox")->clear();
    driven.act("viewMatrix");
    driven.act("goBack");
    driven.act("goForward");
    CHECK(driven.place() == ui::Place::Matrix);
}
