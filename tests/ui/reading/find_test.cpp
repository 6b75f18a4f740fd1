// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"
#include "ui/page/document_pane.h"

#include <QLabel>
#include <QToolButton>

namespace {

/// With a document of three pages, two of which name Larkspur.
class FindingWindow : public ReadingWindow {
public:
    FindingWindow()
        : ReadingWindow(pdfOfLines({"Larkspur could read messages", "Nobody else could", "larkspur ended in 2015"}))
    {
    }
    QString count() const { return find<QLabel>("findCount")->text(); }
    void findTyped(const QString &typed) const
    {
        press(Qt::Key_F, Qt::ControlModifier);
        REQUIRE(window.focusWidget()->objectName() == QStringLiteral("findText"));
        QTest::keyClicks(window.focusWidget(), typed);
    }
};

} // namespace

TEST_CASE("what is typed is found at once, and Enter goes from place to place and round again")
{
    FindingWindow driven;
    driven.findTyped(QStringLiteral("LARK"));
    CHECK(eventually([&] { return driven.count() == QStringLiteral("1 of 2"); }));
    CHECK(driven.pages().currentPage() == 0);
    driven.press(Qt::Key_Return);
    CHECK(driven.count() == QStringLiteral("2 of 2"));
    CHECK(driven.pages().currentPage() == 2);
    driven.press(Qt::Key_F3);
    CHECK(driven.count() == QStringLiteral("1 of 2, from the beginning again"));
    CHECK(driven.pages().currentPage() == 0);
    driven.press(Qt::Key_Return, Qt::ShiftModifier);
    CHECK(driven.count() == QStringLiteral("2 of 2, from the end"));
    QTest::keyClicks(driven.window.focusWidget(), QStringLiteral("zzz"));
    CHECK(eventually([&] { return driven.count() == QStringLiteral("Not in this document"); }));
}

TEST_CASE("finding begins at the page in view, and Escape leaves the place selected, ready to be tagged")
{
    FindingWindow driven;
    driven.press(Qt::Key_PageDown, Qt::ControlModifier);
    REQUIRE(driven.pages().currentPage() == 1);
    driven.findTyped(QStringLiteral("could"));
    CHECK(eventually([&] { return driven.count() == QStringLiteral("2 of 2"); }));
    driven.press(Qt::Key_Escape);
    CHECK_FALSE(driven.find<QWidget>("findBar")->isVisible());
    CHECK(driven.window.focusWidget() == &driven.pages());
    CHECK(eventually([&] { return driven.pages().selectedText() == QStringLiteral("could"); }));
    // And what is selected is what is looked for next.
    driven.press(Qt::Key_F, Qt::ControlModifier);
    CHECK(driven.find<QLineEdit>("findText")->text() == QStringLiteral("could"));
    CHECK(eventually([&] { return driven.count() == QStringLiteral("2 of 2"); }));
}

TEST_CASE("the words are looked for in every document that is opened while the bar is there")
{
    FindingWindow driven;
    driven.findTyped(QStringLiteral("cedar"));
    CHECK(eventually([&] { return driven.count() == QStringLiteral("Not in this document"); }));
    driven.open(1);
    CHECK(eventually([&] { return driven.count() == QStringLiteral("1 of 1"); }));
    driven.press(Qt::Key_Escape);
    CHECK_FALSE(driven.find<QWidget>("findBar")->isVisible());
}

TEST_CASE("before the words are found in the next document, neither a step nor Escape goes by places of the one before")
{
    FindingWindow driven;
    driven.findTyped(QStringLiteral("2015"));
    CHECK(eventually([&] { return driven.count() == QStringLiteral("1 of 1"); }));
    // Queued ahead of the answer, which is asked for only afterwards.
    QString counted = QStringLiteral("not yet");
    const auto *pane = driven.window.findChild<ui::page::DocumentPane *>();
    REQUIRE(pane);
    QObject::connect(
        pane, &ui::page::DocumentPane::documentShown, &driven.window,
        [&] {
            driven.find<QToolButton>("findNext")->click();
            counted = driven.count();
            driven.find<QToolButton>("findLeave")->click();
        },
        Qt::QueuedConnection);
    driven.open(1);
    CHECK(counted.isEmpty());
    CHECK_FALSE(driven.find<QWidget>("findBar")->isVisible());
    CHECK_FALSE(driven.pages().hasSelection());
}
