// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/driven_window.h"
#include "ui/case_frame.h"

#include <QLabel>
#include <QPushButton>

#include <set>

TEST_CASE("the tour makes the sample case, leads through every place, and ends where the reporter wants")
{
    DrivenWindow driven;
    driven.window.takeTour(driven.path("Carveout sample.carveout"));
    auto *next = driven.find<QPushButton>("tourNext");
    REQUIRE(eventually([&] { return next->isVisible(); }));
    CHECK(driven.find<QLabel>("tourTitle")->text().startsWith(QStringLiteral("1 of ")));
    CHECK(eventually([&] { return driven.pages().source() && driven.pages().source()->layout(0); }));
    std::set<ui::CaseFrame::Place> places;
    QString title;
    int steps = 0;
    while (next->isVisible() && steps < 20) {
        CHECK(driven.find<QLabel>("tourTitle")->text() != title);
        title = driven.find<QLabel>("tourTitle")->text();
        CHECK_FALSE(driven.find<QLabel>("tourText")->text().isEmpty());
        places.insert(driven.window.frame()->place());
        ++steps;
        QTest::mouseClick(next, Qt::LeftButton);
    }
    CHECK(steps == 8);
    CHECK(places.count(ui::CaseFrame::Place::Read) == 1);
    CHECK(places.count(ui::CaseFrame::Place::Matrix) == 1);
    CHECK(places.count(ui::CaseFrame::Place::Timeline) == 1);

    // A second time the case is there.
    driven.window.closeCase();
    driven.window.takeTour(driven.path("Carveout sample.carveout"));
    REQUIRE(eventually([&] { return next->isVisible(); }));
    QTest::mouseClick(driven.find<QPushButton>("tourEnd"), Qt::LeftButton);
    CHECK_FALSE(next->isVisible());
    CHECK(driven.window.frame() != nullptr);
}

TEST_CASE("where the sample case cannot be made, the start page says why")
{
    DrivenWindow driven;
    driven.put("file", "is no folder");
    driven.window.takeTour(driven.path("file/Carveout sample.carveout"));
    auto *start = driven.find<QWidget>("startPage");
    CHECK(eventually([&] { return start->isEnabled(); }));
    CHECK(driven.window.frame() == nullptr);
}
