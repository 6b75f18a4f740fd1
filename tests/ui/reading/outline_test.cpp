// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"

#include <QLabel>
#include <QTreeWidget>

namespace {

QByteArray labelledMemo()
{
    PdfFile file;
    for (const char *line : {"Cover", "Preface", "First part", "Second part", "Annex"})
        file.pages.push_back({595, 842, {{72, 72, line}}});
    file.outline = {{"Preface", 1}, {"The <b>first</b> part", 2}, {"Annex", 4}};
    file.pageLabels = "0 << /S /r >> 2 << /S /D >> 4 << /S /D /P (A-) >>";
    return pdfBytes(file);
}

} // namespace

TEST_CASE("the table of contents leads to its pages and shows which part is in view")
{
    ReadingWindow driven(labelledMemo());
    driven.press(Qt::Key_F4, Qt::ShiftModifier);
    auto *outline = driven.find<QTreeWidget>("outline");
    REQUIRE(eventually([&] { return outline->topLevelItemCount() == 3; }));
    CHECK(driven.window.focusWidget() == outline);
    CHECK(outline->topLevelItem(1)->text(0) == QStringLiteral("The <b>first</b> part"));
    CHECK(outline->topLevelItem(0)->text(1) == QStringLiteral("ii"));
    CHECK(outline->topLevelItem(2)->text(1) == QStringLiteral("A-1"));
    outline->setCurrentItem(outline->topLevelItem(2));
    driven.press(Qt::Key_Return);
    CHECK(driven.pages().currentPage() == 4);
    CHECK(driven.window.focusWidget() == &driven.pages());
    driven.pages().goToPage(3);
    CHECK(outline->currentItem() == outline->topLevelItem(1));
    driven.pages().goToPage(0);
    CHECK(outline->currentItem() == nullptr);

    driven.open(1);
    CHECK(eventually([&] { return !outline->isVisible(); }));
    CHECK(driven.find<QLabel>("outlineSentence")->text().contains(QStringLiteral("no table of contents")));
}

TEST_CASE("a page is gone to by its number or by the document's own name for it")
{
    ReadingWindow driven(labelledMemo());
    const auto goTo = [&driven](const QString &typed) {
        driven.press(Qt::Key_G, Qt::ControlModifier);
        QTest::keyClicks(driven.window.focusWidget(), typed);
        driven.press(Qt::Key_Return);
        return driven.pages().currentPage();
    };
    CHECK(goTo(QStringLiteral("a-1")) == 4);
    CHECK(driven.find<QLabel>("pageCount")->text().contains(QStringLiteral("A-1")));
    CHECK(goTo(QStringLiteral("II")) == 1);
    CHECK(goTo(QStringLiteral("3")) == 2);
    CHECK(goTo(QStringLiteral("nowhere")) == 2);
    CHECK(goTo(QStringLiteral("99")) == 2);
}
