// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_lines.h"
#include "ui/timeline/timeline_scale.h"

#include <QFont>
#include <QFontMetrics>
#include <QPalette>
#include <QRectF>

#include <stop_token>

class QPainter;

namespace ui::timeline {

/// How large the parts are, by the size of the letters. Logical pixels.
struct TimelineMeasures {
    explicit TimelineMeasures(const QFontMetrics &metrics);

    int axis;    ///< height
    int heading; ///< height
    int finding; ///< height
    int undated; ///< height
    double bar;  ///< height
    double mark; ///< side
    static constexpr int padding = 4;
};

/// Where things of a finding stand, from the left edge of the whole timeline and the top of its line.
QRectF barArea(const TimelineMeasures &measures, const TimelineScale &scale, const model::session::TimelineBar &bar);
QRectF markArea(const TimelineMeasures &measures, const TimelineScale &scale, const model::session::TimelineMark &mark);
/// Paints the lines of a timeline that are in view, and no others: names on the left, days across.
class TimelinePainter final {
public:
    struct View {
        QSize size;
        QPoint scrolled; ///< of the days to the left, and of the lines to the top
        int namesWidth = 0;
        int line = -1;     ///< the chosen one
        TimelineStop stop; ///< the chosen one in it
        bool hasFocus = false;
    };
    /// All that is passed must live as long.
    TimelinePainter(const model::session::Timeline &timeline, const TimelineLines &lines, const TimelineScale &scale,
                    const QPalette &palette, const QFont &font);

    /// Told to stop, leaves the rest of the lines out.
    void paint(QPainter &painter, const View &view, const std::stop_token &stop = {}) const;

private:
    using Ticks = std::vector<TimelineScale::Tick>;
    void paintAxis(QPainter &painter, const View &view, const Ticks &ticks) const;
    void paintHeading(QPainter &painter, const View &view, const TimelineLines::Line &line, int top) const;
    void paintLine(QPainter &painter, const View &view, const Ticks &ticks, int index, int top) const;
    void paintName(QPainter &painter, const View &view, const TimelineLines::Line &line, int top) const;
    void paintDays(QPainter &painter, const View &view, const Ticks &ticks, int index, int top) const;
    void paintBars(QPainter &painter, const model::session::TimelineRow &row) const;
    void paintMarks(QPainter &painter, const model::session::TimelineRow &row) const;
    void paintContradictions(QPainter &painter, const model::session::TimelineRow &row) const;
    void paintStop(QPainter &painter, const View &view, const model::session::TimelineRow &row) const;
    Ticks ticksIn(const View &view) const;

    const model::session::Timeline &m_timeline;
    const TimelineLines &m_lines;
    const TimelineScale &m_scale;
    const QPalette m_palette;
    const QFont m_font;
    const QFontMetrics m_metrics;
    const TimelineMeasures m_measures;
};

} // namespace ui::timeline
