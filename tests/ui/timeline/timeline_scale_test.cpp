// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_scale.h"

#include "tests/support/catch.h"

#include <QDate>

using namespace ui::timeline;

namespace {

qint64 day(int year, int month = 1, int dayOfMonth = 1)
{
    return QDate(year, month, dayOfMonth).toJulianDay();
}

TimelineScale scaleOf(int firstYear, int lastYear)
{
    TimelineScale scale;
    scale.setViewWidth(800);
    scale.setDays({day(firstYear), day(lastYear, 12, 31)});
    return scale;
}

std::vector<QString> labelsOf(const TimelineScale &scale, double left, double right)
{
    std::vector<QString> labels;
    for (const auto &tick : scale.ticks(left, right, 80))
        labels.push_back(tick.label);
    return labels;
}

} // namespace

TEST_CASE("at first all days are in the view, and stay there when it becomes wider")
{
    TimelineScale scale = scaleOf(2010, 2019);
    CHECK(scale.width() == Approx(800));
    CHECK(scale.xOf(static_cast<double>(day(2010))) == Approx(TimelineScale::margin));
    CHECK(scale.xOf(static_cast<double>(day(2020))) == Approx(800 - TimelineScale::margin));
    scale.setViewWidth(1200);
    CHECK(scale.width() == Approx(1200));
    CHECK(scale.dayAt(scale.xOf(2456000.5)) == Approx(2456000.5));
}

TEST_CASE("zooming goes no further out than everything, nor in than a wide day")
{
    TimelineScale scale = scaleOf(2010, 2019);
    scale.zoom(2);
    CHECK_FALSE(scale.isFitted());
    const double twice = scale.pixelsPerDay();
    scale.setViewWidth(900); // what was chosen by hand stays
    CHECK(scale.pixelsPerDay() == Approx(twice));
    scale.zoom(1e-9);
    CHECK(scale.isFitted());
    CHECK(scale.width() == Approx(900));
    scale.zoom(1e9);
    CHECK(scale.pixelsPerDay() == Approx(TimelineScale::widestDay));
    scale.fit();
    CHECK(scale.width() == Approx(900));
}

TEST_CASE("the ticks are years, months or days, as far apart as there is room for their labels")
{
    TimelineScale scale = scaleOf(2010, 2019);
    CHECK(labelsOf(scale, TimelineScale::margin, 400).front() == QStringLiteral("2010"));
    CHECK(labelsOf(scale, TimelineScale::margin, 400)[1] == QStringLiteral("2012"));
    scale.zoom(24);
    const double year2014 = scale.xOf(static_cast<double>(day(2014)));
    const auto months = labelsOf(scale, year2014, year2014 + 700);
    REQUIRE(months.size() > 2);
    CHECK(months.front() == QStringLiteral("2014-01"));
    scale.zoom(1e9);
    const double march = scale.xOf(static_cast<double>(day(2014, 3, 3)));
    CHECK(labelsOf(scale, march, march + 700).front() == QStringLiteral("2014-03-03"));
    for (const auto &tick : scale.ticks(0, 5000, 80))
        CHECK(tick.day > 0);
}

TEST_CASE("a single day and a thousand years both have a scale")
{
    CHECK(scaleOf(2015, 2015).pixelsPerDay() > 0);
    const TimelineScale wide = scaleOf(1000, 2020);
    CHECK(wide.ticks(0, 800, 80).size() <= 10);
    CHECK(wide.ticks(0, 800, 80).size() >= 2);
    TimelineScale none;
    none.setDays({});
    CHECK(none.width() > 0);
}
