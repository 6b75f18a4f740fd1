// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/name_box.h"

#include "tests/support/catch.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using ui::review::NameBox;

TEST_CASE("the box says that Down chooses only while there is something to choose")
{
    QWidget page;
    page.resize(600, 400);
    NameBox box(&page);
    page.show();
    const auto hint = [&] { return box.findChild<QLabel *>(QStringLiteral("nameBoxHint"))->text(); };
    const model::Subject larkspur{
        model::SubjectId::create(), model::SubjectKind::Partner, QStringLiteral("Larkspur"), {}, std::nullopt};
    box.ask(QStringLiteral("Which partner is this?"), {larkspur}, QStringLiteral("Lark"), {}, {});
    CHECK(hint().contains(QStringLiteral("Down")));
    QTest::keyClicks(box.findChild<QLineEdit *>(), QStringLiteral("Cedar"));
    CHECK_FALSE(hint().contains(QStringLiteral("Down")));
    box.close();
    box.ask(QStringLiteral("Which partner is this?"), {}, QStringLiteral("Lark"), {}, {});
    CHECK_FALSE(hint().contains(QStringLiteral("Down")));
}
