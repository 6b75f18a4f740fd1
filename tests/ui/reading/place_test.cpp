// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"

namespace {

const QByteArray longMemo = pdfOfLines({"One", "Two", "Three", "Four", "Five", "Six"});

} // namespace

TEST_CASE("a document is opened again where and how it was left, also the next time")
{
    ReadingWindow driven(longMemo);
    driven.press(Qt::Key_R, Qt::ControlModifier);
    driven.press(Qt::Key_8, Qt::ControlModifier);
    driven.pages().goToPage(3);
    driven.press(Qt::Key_Down);
    const ui::page::PagePlace left = driven.pages().place();
    REQUIRE(left.pageIndex == 3);
    REQUIRE(left.arrangement.turns == 1);
    driven.open(1);
    CHECK(driven.pages().arrangement().turns == 0);
    CHECK(driven.pages().currentPage() == 0);
    driven.open(0);
    CHECK(driven.pages().place().pageIndex == 3);
    CHECK(driven.pages().place().arrangement == left.arrangement);
    CHECK(driven.pages().zoom() == Approx(1));
    CHECK(driven.pages().place().offset.y() == Approx(left.offset.y()).margin(0.01));

    driven.pages().goToPage(4);
    driven.act("closeCase");
    driven.window.openCase(driven.path("Doors.carveout"));
    REQUIRE(eventually([&] {
        return driven.window.frame() && driven.list("documentTree").model()->rowCount() > 0 &&
               driven.list("documentTree").model()->rowCount(driven.list("documentTree").model()->index(0, 0)) == 2;
    }));
    driven.open(0);
    CHECK(driven.pages().place().pageIndex == 4);
    CHECK(driven.pages().arrangement().turns == 1);
}

TEST_CASE("pages are turned and laid side by side by keyboard, and the menu says how they lie")
{
    ReadingWindow driven(longMemo);
    driven.press(Qt::Key_7, Qt::ControlModifier);
    CHECK(driven.pages().arrangement().facing);
    CHECK(driven.find<QAction>("facingPages")->isChecked());
    driven.press(Qt::Key_7, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(driven.pages().arrangement().coverAlone);
    driven.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(driven.pages().arrangement().turns == 3);
    driven.press(Qt::Key_R, Qt::ControlModifier);
    CHECK(driven.pages().arrangement().turns == 0);
    driven.press(Qt::Key_7, Qt::ControlModifier);
    CHECK_FALSE(driven.find<QAction>("facingPages")->isChecked());
}

TEST_CASE("night colours are switched by key, and still there the next time the case is opened")
{
    using model::session::PaperColours;
    ReadingWindow driven;
    CHECK(driven.pages().colours() == PaperColours::Day);
    driven.press(Qt::Key_F8, Qt::ControlModifier);
    CHECK(driven.pages().colours() == PaperColours::Night);
    CHECK(driven.find<QAction>("nightColours")->isChecked());
    driven.open(1);
    CHECK(driven.pages().colours() == PaperColours::Night);
    driven.act("closeCase");
    driven.window.openCase(driven.path("Doors.carveout"));
    REQUIRE(eventually([&] { return driven.window.frame() != nullptr; }));
    CHECK(eventually([&] { return driven.pages().colours() == PaperColours::Night; }));
}
