// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/timeline_row.h"

#include <QString>

#include <vector>

namespace ui::timeline {

/// Where a day stands across the timeline: Julian day numbers to logical pixels from the left edge of all there is to
/// scroll through. Holds no widget.
class TimelineScale final {
public:
    /// The days to show; some year where there are none.
    void setDays(const model::session::DaySpan &days);
    void setViewWidth(double width); ///< of what is seen at once
    void fit();                      ///< all days in the view
    /// More than 1 zooms in. Never further out than fit(), nor in than a day of `widestDay` pixels.
    void zoom(double factor);

    bool isFitted() const { return m_fitted; }
    double width() const; ///< of everything
    double xOf(double day) const { return margin + (day - static_cast<double>(m_firstDay)) * m_pixelsPerDay; }
    double dayAt(double x) const { return static_cast<double>(m_firstDay) + (x - margin) / m_pixelsPerDay; }
    double pixelsPerDay() const { return m_pixelsPerDay; }

    struct Tick {
        qint64 day = 0;
        QString label; ///< "2013", "2013-03" or "2013-03-05"
    };
    /// Those from `left` to `right`, with at least `apart` pixels between them; and the one before `left`.
    std::vector<Tick> ticks(double left, double right, double apart) const;

    static constexpr double margin = 56; ///< on both sides, for what goes on beyond what is known
    static constexpr double widestDay = 24;

private:
    double fittingPixelsPerDay() const;

    qint64 m_firstDay = 0;
    qint64 m_lastDay = 0;
    double m_viewWidth = 600;
    double m_pixelsPerDay = 1;
    bool m_fitted = true;
};

} // namespace ui::timeline
