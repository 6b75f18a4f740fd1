// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/timeline.h"

#include <vector>

namespace ui::timeline {

/// The timeline one line under the other: the findings that have a date by partner, then those that have none.
/// Tops and heights in logical pixels from the top of the first line.
class TimelineLines final {
public:
    struct Line {
        enum class Kind { Partner, Finding, UndatedHead, Undated };
        Kind kind = Kind::Partner;
        int row = -1;  ///< of the timeline, for a finding
        int count = 0; ///< findings under a heading
        int partner = -1;
        int top = 0;
        int height = 0;

        bool isHeading() const { return kind == Kind::Partner || kind == Kind::UndatedHead; }
    };

    void lay(const model::session::Timeline &timeline, int headingHeight, int findingHeight, int undatedHeight);

    int count() const { return static_cast<int>(m_lines.size()); }
    const Line &operator[](int index) const { return m_lines[static_cast<size_t>(index)]; }
    int height() const;      ///< of all
    int lineAt(int y) const; ///< the last one for what is below it; -1 above the first or where there is none
    /// The next finding from a line on, in steps of 1 or -1; -1 where there is none.
    int findingFrom(int line, int step) const;
    int lineOfRow(int row) const; ///< -1 where it is not shown
    int headingOf(int line) const;

private:
    std::vector<Line> m_lines;
};

/// What the keyboard goes to in a line, by day.
struct TimelineStop {
    enum class Kind {
        Bar,
        Mark,
        Finding, ///< the whole line, where nothing in it has a date
    };
    Kind kind = Kind::Finding;
    int index = 0; ///< into the row's bars or marks
    double day = 0;

    friend bool operator==(const TimelineStop &, const TimelineStop &) = default;
};
std::vector<TimelineStop> stopsOf(const model::session::TimelineRow &row);
/// Where a mark stands: in the middle of the time that it names, or at the one end that is known; one that says that it
/// ended, where it did.
double dayOf(const model::session::TimelineMark &mark);

} // namespace ui::timeline
