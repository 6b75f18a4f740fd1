// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/outlined_style.h"

#include "tests/support/catch.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

TEST_CASE("Enter presses the button that has the keyboard")
{
    ui::OutlinedStyle style;
    QPushButton button;
    button.setStyle(&style);
    button.show();
    QSignalSpy clicked(&button, &QPushButton::clicked);
    QTest::keyClick(&button, Qt::Key_Return);
    CHECK(clicked.size() == 1);
}
