// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_painter.h"

#include "ui/common/marks.h"
#include "ui/timeline/timeline_shapes.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace ui::timeline {

using model::session::Contradiction;
using model::session::daysOf;
using model::session::Timeline;
using model::session::TimelineBar;
using model::session::TimelineGap;
using model::session::TimelineMark;
using model::session::TimelineRow;
using Line = TimelineLines::Line;

namespace {

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("Timeline", text, comment, n);
}

QString headingOf(const Line &line, const model::Matrix &matrix)
{
    if (line.kind == Line::Kind::UndatedHead)
        return line.count == 1 ? tr("Without any date: 1 finding")
                               : tr("Without any date: %n findings", nullptr, line.count);
    return matrix.partners[static_cast<size_t>(line.partner)].name;
}

QColor blended(const QColor &over, const QColor &ground, double share)
{
    const auto mixed = [share](int a, int b) { return static_cast<int>(a * share + b * (1 - share)); };
    return {mixed(over.red(), ground.red()), mixed(over.green(), ground.green()), mixed(over.blue(), ground.blue())};
}

/// The days that a gap takes: those between, none of which anything supports.
QRectF gapArea(const TimelineMeasures &measures, const TimelineScale &scale, const TimelineGap &gap)
{
    const auto ended = daysOf({gap.ended, gap.ended});
    const auto began = daysOf({gap.beganAgain, gap.beganAgain});
    const double left = scale.xOf(static_cast<double>(*ended.last + 1));
    return {left, TimelineMeasures::padding, std::max(2.0, scale.xOf(static_cast<double>(*began.first)) - left),
            measures.bar};
}

} // namespace

TimelineMeasures::TimelineMeasures(const QFontMetrics &metrics)
    : axis(metrics.height() + 12)
    , heading(metrics.height() + 10)
    , bar(std::max(9.0, metrics.height() * 0.6))
    , mark(std::max(12.0, metrics.height() * 0.85))
{
    finding = static_cast<int>(bar + mark) + 3 * padding;
    undated = metrics.height() + 2 * padding;
}

QRectF barArea(const TimelineMeasures &measures, const TimelineScale &scale, const TimelineBar &bar)
{
    const double left = scale.xOf(static_cast<double>(bar.firstDay));
    const double right = scale.xOf(static_cast<double>(bar.lastDay + 1));
    return {left, TimelineMeasures::padding, std::max(4.0, right - left), measures.bar};
}

QRectF markArea(const TimelineMeasures &measures, const TimelineScale &scale, const TimelineMark &mark)
{
    return {scale.xOf(dayOf(mark)) - measures.mark / 2, 2 * TimelineMeasures::padding + measures.bar, measures.mark,
            measures.mark};
}

TimelinePainter::TimelinePainter(const Timeline &timeline, const TimelineLines &lines, const TimelineScale &scale,
                                 const QPalette &palette, const QFont &font)
    : m_timeline(timeline)
    , m_lines(lines)
    , m_scale(scale)
    , m_palette(palette)
    , m_font(font)
    , m_metrics(font)
    , m_measures(m_metrics)
{
}

void TimelinePainter::paint(QPainter &painter, const View &view, const std::stop_token &stop) const
{
    const Ticks ticks = ticksIn(view);
    painter.setFont(m_font);
    painter.fillRect(QRect(QPoint(0, 0), view.size), m_palette.brush(QPalette::Base));
    painter.save();
    painter.setClipRect(QRect(0, m_measures.axis, view.size.width(), view.size.height() - m_measures.axis));
    const int first = std::max(0, m_lines.lineAt(view.scrolled.y()));
    for (int i = first; i < m_lines.count() && !stop.stop_requested(); ++i) {
        const Line &line = m_lines[i];
        const int top = m_measures.axis + line.top - view.scrolled.y();
        if (top >= view.size.height())
            break;
        if (line.isHeading())
            paintHeading(painter, view, line, top);
        else
            paintLine(painter, view, ticks, i, top);
    }
    // The heading stays while one scrolls through what is under it.
    if (const int heading = m_lines.count() > 0 ? m_lines.headingOf(first) : -1; heading >= 0 && heading != first) {
        const bool isPushed = first + 1 < m_lines.count() && m_lines[first + 1].isHeading();
        const int end = m_lines[first].top + m_lines[first].height - view.scrolled.y();
        paintHeading(painter, view, m_lines[heading],
                     m_measures.axis + (isPushed ? std::min(0, end - m_measures.heading) : 0));
    }
    painter.restore();
    paintAxis(painter, view, ticks);
}

TimelinePainter::Ticks TimelinePainter::ticksIn(const View &view) const
{
    const double apart = m_metrics.horizontalAdvance(QStringLiteral("2013-03-05")) + 24;
    return m_scale.ticks(view.scrolled.x(), view.scrolled.x() + view.size.width() - view.namesWidth, apart);
}

void TimelinePainter::paintAxis(QPainter &painter, const View &view, const Ticks &ticks) const
{
    const QRect area(0, 0, view.size.width(), m_measures.axis);
    painter.fillRect(area, m_palette.brush(QPalette::Window));
    const QColor faint = blended(m_palette.color(QPalette::WindowText), m_palette.color(QPalette::Window), 0.4);
    for (const auto &tick : ticks) {
        const int x =
            view.namesWidth + static_cast<int>(m_scale.xOf(static_cast<double>(tick.day))) - view.scrolled.x();
        painter.setPen(faint);
        painter.drawLine(x, area.bottom() - 6, x, area.bottom());
        if (x < view.namesWidth)
            continue; // half a year is none
        if (x + 4 + m_metrics.horizontalAdvance(tick.label) > area.right())
            continue;
        painter.setPen(m_palette.color(QPalette::WindowText));
        painter.drawText(QRect(x + 4, 0, 200, area.height() - 2), Qt::AlignLeft | Qt::AlignVCenter, tick.label);
    }
    painter.fillRect(QRect(0, 0, view.namesWidth, area.height()), m_palette.brush(QPalette::Window));
    painter.setPen(faint);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
}

void TimelinePainter::paintHeading(QPainter &painter, const View &view, const Line &line, int top) const
{
    const QRect area(0, top, view.size.width(), line.height);
    painter.fillRect(area, m_palette.brush(QPalette::AlternateBase));
    painter.setPen(blended(m_palette.color(QPalette::Text), m_palette.color(QPalette::Base), 0.25));
    painter.drawLine(area.topLeft(), area.topRight());
    painter.save();
    QFont bold = m_font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_palette.color(QPalette::Text));
    const QRect text = area.adjusted(8, 0, -8, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(headingOf(line, m_timeline.matrix), Qt::ElideRight, text.width()));
    painter.restore();
}

void TimelinePainter::paintLine(QPainter &painter, const View &view, const Ticks &ticks, int index, int top) const
{
    const Line &line = m_lines[index];
    const QRect area(0, top, view.size.width(), line.height);
    const QColor base = m_palette.color(QPalette::Base);
    const QColor ground = index == view.line ? blended(m_palette.color(QPalette::Highlight), base, 0.18) : base;
    painter.fillRect(area, ground);
    if (line.kind == Line::Kind::Finding) {
        paintDays(painter, view, ticks, index, top);
        // An SVG is not clipped.
        painter.fillRect(QRect(0, top, view.namesWidth, line.height), ground);
    }
    paintName(painter, view, line, top);
    if (index == view.line && view.hasFocus && line.kind == Line::Kind::Undated) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_palette.color(QPalette::Highlight), 2));
        painter.drawRect(area.adjusted(1, 1, -1, -1));
    }
}

void TimelinePainter::paintName(QPainter &painter, const View &view, const Line &line, int top) const
{
    const auto row = static_cast<size_t>(line.row);
    const TimelineRow &finding = m_timeline.rows[row];
    const auto &cell = m_timeline.matrix.cells[row];
    const bool isDated = line.kind == Line::Kind::Finding;
    QRect text(20, top, (isDated ? view.namesWidth : view.size.width()) - 28, line.height);
    const int side = m_metrics.height();
    paintVerdictMark(painter, finding.conclusion.verdict,
                     QRectF(text.left(), text.center().y() - side / 2.0, side, side), m_palette);
    text.setLeft(text.left() + side + 6);
    if (!finding.contradictions.empty()) {
        const QRectF flag(text.right() - 12, text.center().y() - side / 2.0, 12, side);
        paintContradiction(painter, flag, m_palette);
        text.setRight(text.right() - 18);
    }
    const QString permission = m_timeline.matrix.permissions[static_cast<size_t>(cell.permission)].name;
    const QString name = isDated
                             ? permission
                             : tr("%1 × %2", "partner, permission")
                                   .arg(m_timeline.matrix.partners[static_cast<size_t>(cell.partner)].name, permission);
    painter.setPen(m_palette.color(QPalette::Text));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, m_metrics.elidedText(name, Qt::ElideRight, text.width()));
}

void TimelinePainter::paintDays(QPainter &painter, const View &view, const Ticks &ticks, int index, int top) const
{
    const TimelineRow &row = m_timeline.rows[static_cast<size_t>(m_lines[index].row)];
    painter.save();
    const QRect area(view.namesWidth, top, view.size.width() - view.namesWidth, m_lines[index].height);
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(blended(m_palette.color(QPalette::Text), m_palette.color(QPalette::Base), 0.15));
    for (const auto &tick : ticks) {
        const int x =
            view.namesWidth + static_cast<int>(m_scale.xOf(static_cast<double>(tick.day))) - view.scrolled.x();
        painter.drawLine(x, area.top(), x, area.bottom());
    }
    painter.translate(view.namesWidth - view.scrolled.x(), top);
    paintBars(painter, row);
    paintMarks(painter, row);
    paintContradictions(painter, row);
    if (index == view.line)
        paintStop(painter, view, row);
    painter.restore();
}

void TimelinePainter::paintBars(QPainter &painter, const TimelineRow &row) const
{
    for (const bool suggested : {false, true}) {
        for (const TimelineBar &bar : row.bars) {
            const OpenEnds open{bar.isOpenFirst, bar.isOpenLast};
            const QRectF area = barArea(m_measures, m_scale, bar);
            if (bar.isSuggested && suggested)
                paintSuggestedBar(painter, area, open, m_palette);
            else if (!bar.isSuggested && !suggested)
                paintBar(painter, area, open, bar.isConcluded, m_palette);
        }
    }
    for (const TimelineGap &gap : row.gaps)
        paintGap(painter, gapArea(m_measures, m_scale, gap), m_palette);
}

void TimelinePainter::paintMarks(QPainter &painter, const TimelineRow &row) const
{
    // What speaks against the others is painted last, so that none of them covers it.
    for (const bool against : {false, true}) {
        for (const TimelineMark &mark : row.marks) {
            if (mark.period.isEmpty() ||
                against != (mark.stance == model::Stance::Denies || mark.stance == model::Stance::Ended))
                continue;
            const QRectF area = markArea(m_measures, m_scale, mark);
            const auto days = daysOf(mark.period);
            const double left = days.first ? m_scale.xOf(static_cast<double>(*days.first)) : area.center().x();
            const double right = days.last ? m_scale.xOf(static_cast<double>(*days.last + 1)) : area.center().x();
            paintNamedTime(painter, left, right, area.center().y(), {!days.first, !days.last}, mark.stance, m_palette);
            if (mark.isSuggested())
                paintSuggestedMark(painter, area, mark.stance, m_palette);
            else
                paintStanceMark(painter, mark.stance, area, m_palette);
        }
    }
}

void TimelinePainter::paintContradictions(QPainter &painter, const TimelineRow &row) const
{
    for (const Contradiction &contradiction : row.contradictions) {
        const TimelineMark &mark = row.marks[contradiction.mark];
        if (mark.period.isEmpty())
            continue;
        const QRectF area = markArea(m_measures, m_scale, mark);
        paintContradiction(painter, QRectF(area.center().x() - 6, 1, 12, area.top() - 1), m_palette);
    }
}

void TimelinePainter::paintStop(QPainter &painter, const View &view, const TimelineRow &row) const
{
    const int index = view.stop.index;
    QRectF area;
    if (view.stop.kind == TimelineStop::Kind::Bar && index < static_cast<int>(row.bars.size()))
        area = barArea(m_measures, m_scale, row.bars[static_cast<size_t>(index)]);
    else if (view.stop.kind == TimelineStop::Kind::Mark && index < static_cast<int>(row.marks.size()))
        area = markArea(m_measures, m_scale, row.marks[index]);
    if (area.isNull())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_palette.color(QPalette::Highlight), view.hasFocus ? 2.5 : 1.2));
    painter.drawRoundedRect(area.adjusted(-3, -3, 3, 3), 3, 3);
}

} // namespace ui::timeline
