// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/waiting.h"
#include "ui/common/elided_label.h"
#include "ui/common/elided_line_edit.h"
#include "ui/common/elided_lines.h"
#include "ui/common/folding_row.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace {

const QString title = QStringLiteral("Extended access agreement between Fernbank and its partners");

} // namespace

TEST_CASE("text without room ends in an ellipsis, and nothing is lost where there is room")
{
    const QFont font;
    const int wide = QFontMetrics(font).horizontalAdvance(title) + 20;
    CHECK(ui::elidedLines(title, font, wide, 1) == QStringList{title});
    CHECK(ui::elidedLines(title, font, wide / 2, 4).join(QLatin1Char(' ')) == title);
    const QStringList cut = ui::elidedLines(title, font, wide / 4, 2);
    REQUIRE(cut.size() == 2);
    CHECK(cut.back().endsWith(QChar(0x2026)));
    CHECK(ui::elidedLines(QStringLiteral("mail\nread"), font, wide, 3) ==
          QStringList{QStringLiteral("mail"), QStringLiteral("read")});
    CHECK(ui::elidedLines(QStringLiteral("Unbrokenunbrokenunbroken"), font, 40, 3).size() <= 3);
}

TEST_CASE("a label shows the whole in its tool tip when it is cut")
{
    ui::ElidedLabel label;
    label.setText(title);
    label.resize(2000, 20);
    label.show();
    CHECK(label.shownText() == title);
    CHECK(label.toolTip().isEmpty());
    label.resize(100, 20);
    CHECK(label.shownText().endsWith(QChar(0x2026)));
    CHECK(label.toolTip() == title);
}

TEST_CASE("a line to type in is cut only while nobody types in it")
{
    QWidget window;
    auto *line = new ui::ElidedLineEdit(&window);
    auto *other = new QLineEdit(&window);
    line->setText(title);
    line->resize(100, 24);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    CHECK(line->isElided());
    line->setFocus();
    CHECK_FALSE(line->isElided());
}

TEST_CASE("a narrow row puts the least important away first, and brings it back")
{
    QWidget window; // a window keeps to its layout's least width
    window.resize(1000, 40);
    ui::FoldingRow row(&window);
    auto *kept = new QPushButton(QStringLiteral("Kept"));
    auto *useful = new QPushButton(QStringLiteral("Useful"));
    auto *nice = new QPushButton(QStringLiteral("Nice to have"));
    row.add(kept, 0);
    row.add(useful, 1);
    row.add(nice, 2);
    row.resize(1000, 40);
    window.show();
    CHECK(nice->isVisible());
    row.resize(row.minimumSizeHint().width() + row.row()->spacing() + useful->sizeHint().width(), 40);
    CHECK(useful->isVisible());
    CHECK_FALSE(nice->isVisible());
    row.resize(row.minimumSizeHint().width(), 40);
    CHECK(kept->isVisible());
    CHECK_FALSE(useful->isVisible());
    row.setWanted(useful, false);
    row.resize(1000, 40);
    CHECK(nice->isVisible());
    CHECK_FALSE(useful->isVisible());
}
