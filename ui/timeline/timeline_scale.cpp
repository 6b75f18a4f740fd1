// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_scale.h"

#include "model/domain/period.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui::timeline {
namespace {

/// How far ticks are apart: so many years, or else so many months, or else so many days.
struct Step {
    int years = 0;
    int months = 0;
    int days = 0;
};
constexpr std::array<Step, 12> steps = {Step{0, 0, 1},  Step{0, 0, 7},  Step{0, 1, 0},   Step{0, 3, 0},
                                        Step{0, 6, 0},  Step{1, 0, 0},  Step{2, 0, 0},   Step{5, 0, 0},
                                        Step{10, 0, 0}, Step{50, 0, 0}, Step{100, 0, 0}, Step{500, 0, 0}};

double daysIn(const Step &step)
{
    return step.years * 365.0 + step.months * 28.0 + step.days;
}

/// The last tick that is not behind `day`.
QDate tickBefore(const QDate &day, const Step &step)
{
    if (step.years > 0)
        return {std::max(1, day.year() / step.years * step.years), 1, 1};
    if (step.months > 0)
        return {day.year(), (day.month() - 1) / step.months * step.months + 1, 1};
    return step.days == 1 ? day : day.addDays(1 - day.dayOfWeek());
}

QDate tickAfter(const QDate &tick, const Step &step)
{
    if (step.years > 0)
        return {tick.year() / step.years * step.years + step.years, 1, 1};
    return step.months > 0 ? tick.addMonths(step.months) : tick.addDays(step.days);
}

QString labelOf(const QDate &tick, const Step &step)
{
    return model::PartialDate{tick.year(), step.years > 0 ? 0 : tick.month(), step.days > 0 ? tick.day() : 0}
        .toString();
}

} // namespace

void TimelineScale::setDays(const model::session::DaySpan &days)
{
    const qint64 someDay = QDate(2020, 1, 1).toJulianDay();
    m_firstDay = days.first.value_or(someDay);
    m_lastDay = std::max(m_firstDay, days.last.value_or(m_firstDay + 365));
    if (m_fitted)
        fit();
    else
        zoom(1);
}

void TimelineScale::setViewWidth(double width)
{
    m_viewWidth = width;
    if (m_fitted)
        fit();
    else
        zoom(1);
}

double TimelineScale::fittingPixelsPerDay() const
{
    const double room = std::max(40.0, m_viewWidth - 2 * margin);
    return std::min(widestDay, room / static_cast<double>(m_lastDay - m_firstDay + 1));
}

void TimelineScale::fit()
{
    m_pixelsPerDay = fittingPixelsPerDay();
    m_fitted = true;
}

void TimelineScale::zoom(double factor)
{
    const double least = fittingPixelsPerDay();
    m_pixelsPerDay = std::clamp(m_pixelsPerDay * factor, least, widestDay);
    m_fitted = m_pixelsPerDay <= least;
}

double TimelineScale::width() const
{
    return 2 * margin + static_cast<double>(m_lastDay - m_firstDay + 1) * m_pixelsPerDay;
}

std::vector<TimelineScale::Tick> TimelineScale::ticks(double left, double right, double apart) const
{
    const auto fits = [this, apart](const Step &step) { return daysIn(step) * m_pixelsPerDay >= apart; };
    const auto found = std::find_if(steps.begin(), steps.end(), fits);
    const Step step = found == steps.end() ? Step{1000, 0, 0} : *found;
    std::vector<Tick> ticks;
    const auto first = static_cast<qint64>(std::floor(std::max(dayAt(left), 1.0)));
    const QDate earliest(1, 1, 1);
    QDate tick = tickBefore(std::max(QDate::fromJulianDay(first), earliest), step);
    for (; tick.isValid() && xOf(static_cast<double>(tick.toJulianDay())) <= right; tick = tickAfter(tick, step))
        ticks.push_back({tick.toJulianDay(), labelOf(tick, step)});
    return ticks;
}

} // namespace ui::timeline
