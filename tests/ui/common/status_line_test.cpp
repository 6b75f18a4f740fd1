// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/status_line.h"

#include "tests/support/catch.h"
#include "tests/support/waiting.h"

#include <QToolButton>

TEST_CASE("what was said is gone once it is cleared")
{
    ui::StatusLine line;
    line.show();
    line.say(QStringLiteral("Undid: a tag"));
    CHECK(line.sentence() == QStringLiteral("Undid: a tag"));
    line.clear();
    CHECK(line.sentence().isEmpty());
}

TEST_CASE("a message can come with something to do, once")
{
    ui::StatusLine line;
    line.show();
    auto *action = line.findChild<QToolButton *>(QStringLiteral("statusAction"));
    int done = 0;
    line.say(QStringLiteral("Undid: a tag"), QStringLiteral("Show it"), &line, [&] { ++done; });
    CHECK(action->isVisible());
    QTest::mouseClick(action, Qt::LeftButton);
    CHECK(done == 1);
    CHECK_FALSE(action->isVisible());
    line.say(QStringLiteral("Undid: another"));
    action->click();
    CHECK(done == 1);
}
