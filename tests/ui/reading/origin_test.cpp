// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"

#include <QPushButton>
#include <QTextBrowser>

TEST_CASE("the drawer says where the document in view comes from, follows it, and Escape closes it")
{
    PdfFile file;
    file.pages.resize(1);
    file.info = {{"Author", "A. Nobody"}};
    ReadingWindow driven(pdfBytes(file));
    driven.press(Qt::Key_Return, Qt::AltModifier);
    auto *text = driven.find<QTextBrowser>("originText");
    CHECK(driven.window.focusWidget() == text);
    CHECK(eventually([&] { return text->toPlainText().contains(QStringLiteral("A. Nobody")); }));
    CHECK(text->toPlainText().contains(QStringLiteral("memo.pdf")));
    driven.open(1);
    CHECK(eventually([&] { return text->toPlainText().contains(QStringLiteral("other.pdf")); }));
    CHECK_FALSE(text->toPlainText().contains(QStringLiteral("A. Nobody")));
    text->setFocus();
    driven.press(Qt::Key_Escape);
    CHECK_FALSE(text->isVisible());
    CHECK_FALSE(driven.find<QAction>("showOrigin")->isChecked());
    CHECK(driven.window.focusWidget() == &driven.pages());
}

TEST_CASE("the earlier states of a PDF become documents when the reporter asks for them in the drawer")
{
    ReadingWindow driven(pdfSavedWithLine(pdfOfLines({"Larkspur could read messages"}), "Larkspur could read nothing"));
    driven.press(Qt::Key_Return, Qt::AltModifier);
    auto *take = driven.find<QPushButton>("takeEarlierStates");
    REQUIRE(eventually([&] { return take->isVisible(); }));
    take->click();
    const QAbstractItemModel &tree = *driven.list("documentTree").model();
    REQUIRE(eventually([&] { return tree.rowCount(tree.index(0, 0)) == 3; }));
    driven.open(1);
    CHECK(eventually([&] { return !take->isVisible(); }));
}
