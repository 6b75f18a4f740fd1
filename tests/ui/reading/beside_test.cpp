// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"

#include "ui/page/page_beside.h"

#include <QLabel>

namespace {

/// The first document has pages enough to be at two places of.
class BesideWindow : public ReadingWindow {
public:
    BesideWindow()
        : ReadingWindow(pdfOfLines({"Larkspur one", "Two", "Three", "Four"}))
    {
    }
    ui::page::PageView &beside() const { return *find<ui::page::PageView>("besideView"); }
    bool showsBeside(int pageIndex) const
    {
        return eventually([&] {
            return beside().isVisible() && beside().source() && beside().currentPage() == pageIndex &&
                   beside().source()->layout(pageIndex);
        });
    }
};

} // namespace

TEST_CASE("a page is kept beside while another of the same document is read")
{
    BesideWindow driven;
    driven.tagFirstWord();
    driven.pages().goToPage(2);
    driven.press(Qt::Key_F11);
    REQUIRE(driven.showsBeside(2));
    driven.pages().setFocus();
    driven.press(Qt::Key_PageUp, Qt::ControlModifier);
    CHECK(driven.pages().currentPage() == 1);
    CHECK(driven.beside().currentPage() == 2);
    CHECK(eventually([&] { return driven.beside().tags().size() == 1; }));
    // F6 leads there, and what is laid out then is that one.
    driven.press(Qt::Key_F6);
    REQUIRE(driven.window.focusWidget() == &driven.beside());
    driven.press(Qt::Key_R, Qt::ControlModifier);
    CHECK(driven.beside().arrangement().turns == 1);
    CHECK(driven.pages().arrangement().turns == 0);
    driven.press(Qt::Key_Escape);
    CHECK_FALSE(driven.beside().isVisible());
    CHECK(driven.window.focusWidget() == &driven.pages());
    CHECK_FALSE(driven.find<QAction>("keepBeside")->isChecked());
}

TEST_CASE("two documents stand beside each other and change places by key")
{
    BesideWindow driven;
    driven.pages().goToPage(3);
    driven.press(Qt::Key_F11);
    REQUIRE(driven.showsBeside(3));
    const QString first = driven.find<QLineEdit>("documentTitle")->text();
    driven.open(1);
    const QString second = driven.find<QLineEdit>("documentTitle")->text();
    CHECK(driven.find<QLabel>("besideTitle")->text().startsWith(first));
    driven.press(Qt::Key_F11, Qt::ShiftModifier);
    CHECK(eventually([&] { return driven.find<QLineEdit>("documentTitle")->text() == first; }));
    CHECK(driven.pages().currentPage() == 3);
    CHECK(eventually([&] { return driven.find<QLabel>("besideTitle")->text().startsWith(second); }));
    // A decision on the document beside shows there.
    driven.press(Qt::Key_F11, Qt::ShiftModifier);
    REQUIRE(eventually([&] { return driven.find<QLineEdit>("documentTitle")->text() == second; }));
    REQUIRE(eventually([&] { return driven.beside().source() && driven.beside().source()->layout(3); }));
    CHECK(driven.beside().tags().empty());
}
