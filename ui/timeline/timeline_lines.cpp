// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_lines.h"

#include <algorithm>

namespace ui::timeline {

using model::session::daysOf;
using model::session::Timeline;
using model::session::TimelineRow;

void TimelineLines::lay(const Timeline &timeline, int headingHeight, int findingHeight, int undatedHeight)
{
    m_lines.clear();
    int top = 0;
    const auto add = [this, &top](Line line, int height) {
        line.top = top;
        line.height = height;
        top += height;
        m_lines.push_back(line);
    };
    size_t heading = 0;
    std::vector<int> undated;
    for (size_t row = 0; row < timeline.rows.size(); ++row) {
        const int partner = timeline.matrix.cells[row].partner;
        if (!timeline.rows[row].isDated()) {
            undated.push_back(static_cast<int>(row));
            continue;
        }
        if (m_lines.empty() || m_lines[heading].partner != partner) {
            heading = m_lines.size();
            add({Line::Kind::Partner, -1, 0, partner}, headingHeight);
        }
        ++m_lines[heading].count;
        add({Line::Kind::Finding, static_cast<int>(row), 0, partner}, findingHeight);
    }
    if (undated.empty())
        return;
    add({Line::Kind::UndatedHead, -1, static_cast<int>(undated.size()), -1}, headingHeight);
    for (const int row : undated)
        add({Line::Kind::Undated, row, 0, timeline.matrix.cells[static_cast<size_t>(row)].partner}, undatedHeight);
}

int TimelineLines::height() const
{
    return m_lines.empty() ? 0 : m_lines.back().top + m_lines.back().height;
}

int TimelineLines::lineAt(int y) const
{
    const auto behind = std::upper_bound(m_lines.begin(), m_lines.end(), y,
                                         [](int wanted, const Line &line) { return wanted < line.top; });
    return static_cast<int>(behind - m_lines.begin()) - 1;
}

int TimelineLines::findingFrom(int line, int step) const
{
    while (line >= 0 && line < count() && (*this)[line].isHeading())
        line += step;
    return line >= 0 && line < count() ? line : -1;
}

int TimelineLines::lineOfRow(int row) const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [row](const Line &line) { return line.row == row; });
    return row < 0 || found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

int TimelineLines::headingOf(int line) const
{
    while (line >= 0 && !(*this)[line].isHeading())
        --line;
    return line;
}

double dayOf(const model::session::TimelineMark &mark)
{
    const bool isEnd = mark.stance == model::Stance::Ended && mark.period.to;
    const auto days = daysOf(isEnd ? model::Period{mark.period.to, mark.period.to} : mark.period);
    if (days.first && days.last)
        return static_cast<double>(*days.first + *days.last + 1) / 2;
    return static_cast<double>(days.first ? *days.first : *days.last + 1);
}

std::vector<TimelineStop> stopsOf(const TimelineRow &row)
{
    std::vector<TimelineStop> stops;
    for (size_t i = 0; i < row.bars.size(); ++i)
        stops.push_back({TimelineStop::Kind::Bar, static_cast<int>(i), static_cast<double>(row.bars[i].firstDay)});
    for (int i = 0; i < static_cast<int>(row.marks.size()) && !row.marks[i].period.isEmpty(); ++i)
        stops.push_back({TimelineStop::Kind::Mark, i, dayOf(row.marks[i])});
    if (stops.empty())
        stops.push_back({TimelineStop::Kind::Finding, 0, 0});
    std::stable_sort(stops.begin(), stops.end(), [](const auto &a, const auto &b) { return a.day < b.day; });
    return stops;
}

} // namespace ui::timeline
