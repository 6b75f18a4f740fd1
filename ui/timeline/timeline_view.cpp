// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_view.h"

#include "ui/timeline/timeline_words.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace ui::timeline {

using model::session::Timeline;
using model::session::TimelineRow;
using Line = TimelineLines::Line;

TimelineView::TimelineView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Timeline: findings down, days across; Enter opens the page"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    setMinimumSize(300, 120);
}

void TimelineView::setTimeline(Timeline timeline)
{
    m_timeline = std::move(timeline);
    m_scale.setDays(m_timeline.days());
    const TimelineStop before = m_stop;
    m_line = -1;
    lay();
    if (m_chosen && choose(*m_chosen)) {
        const auto stops = stopsOf(rowAt(m_line));
        if (std::find(stops.begin(), stops.end(), before) != stops.end())
            setCurrent(m_line, before);
    } else {
        Q_EMIT currentChanged();
    }
    viewport()->update();
}

void TimelineView::lay()
{
    const TimelineMeasures parts = measures();
    m_lines.lay(m_timeline, parts.heading, parts.finding, parts.undated);
    m_scale.setViewWidth(viewport()->width() - namesWidth());
    updateScrollBars();
}

int TimelineView::namesWidth() const
{
    return std::clamp(static_cast<int>(viewport()->width() * 0.28), 140, 340);
}

void TimelineView::updateScrollBars()
{
    const int days = viewport()->width() - namesWidth();
    const int height = viewport()->height() - measures().axis;
    horizontalScrollBar()->setPageStep(std::max(1, days));
    horizontalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(m_scale.width())) - days));
    verticalScrollBar()->setPageStep(std::max(1, height));
    verticalScrollBar()->setSingleStep(measures().finding);
    verticalScrollBar()->setRange(0, std::max(0, m_lines.height() - height));
}

TimelinePainter::View TimelineView::view() const
{
    return {viewport()->size(),
            {horizontalScrollBar()->value(), verticalScrollBar()->value()},
            namesWidth(),
            m_line,
            m_stop,
            hasFocus()};
}

Painting TimelineView::painting() const
{
    TimelinePainter::View whole = view();
    whole.size.setHeight(measures().axis + m_lines.height() + TimelineMeasures::padding);
    whole.scrolled.setY(0);
    whole.line = -1;
    return {tr("Timeline"), whole.size,
            [timeline = m_timeline, lines = m_lines, scale = m_scale, shown = palette(), letters = font(),
             whole](QPainter &painter, const std::stop_token &stop) {
                TimelinePainter(timeline, lines, scale, shown, letters).paint(painter, whole, stop);
            }};
}

const TimelineRow &TimelineView::rowAt(int line) const
{
    return m_timeline.rows[static_cast<size_t>(m_lines[line].row)];
}

model::FindingKey TimelineView::findingAt(size_t row) const
{
    const auto &cell = m_timeline.matrix.cells[row];
    return {m_timeline.matrix.partners[static_cast<size_t>(cell.partner)].id,
            m_timeline.matrix.permissions[static_cast<size_t>(cell.permission)].id};
}

std::optional<size_t> TimelineView::currentRow() const
{
    return m_line < 0 ? std::nullopt : std::optional(static_cast<size_t>(m_lines[m_line].row));
}

void TimelineView::chooseFirst()
{
    if (m_line < 0)
        goToLine(m_lines.findingFrom(0, 1));
}

bool TimelineView::choose(const model::FindingKey &finding)
{
    for (size_t row = 0; row < m_timeline.rows.size(); ++row) {
        if (findingAt(row) == finding) {
            goToLine(m_lines.lineOfRow(static_cast<int>(row)));
            return true;
        }
    }
    return false;
}

void TimelineView::showUndated()
{
    for (int line = 0; line < m_lines.count(); ++line) {
        if (m_lines[line].kind == Line::Kind::Undated) {
            goToLine(line);
            verticalScrollBar()->setValue(m_lines[m_lines.headingOf(line)].top);
            return;
        }
    }
}

void TimelineView::setCurrent(int line, const TimelineStop &stop)
{
    m_line = line;
    m_stop = stop;
    m_chosen = findingAt(static_cast<size_t>(m_lines[line].row));
    scrollToCurrent();
    viewport()->update();
    say();
    Q_EMIT currentChanged();
}

void TimelineView::goToLine(int line)
{
    if (line < 0 || line >= m_lines.count())
        return;
    // What stands nearest to where the reporter was.
    const double day = m_stop.kind == TimelineStop::Kind::Finding ? 0 : m_stop.day;
    const auto stops = stopsOf(rowAt(line));
    const auto nearest = std::min_element(stops.begin(), stops.end(), [day](const auto &a, const auto &b) {
        return std::abs(a.day - day) < std::abs(b.day - day);
    });
    setCurrent(line, *nearest);
}

void TimelineView::goToStop(int step)
{
    const auto stops = stopsOf(rowAt(m_line));
    const auto here = std::find(stops.begin(), stops.end(), m_stop) - stops.begin();
    const auto there = std::clamp<qsizetype>(here + step, 0, static_cast<qsizetype>(stops.size()) - 1);
    setCurrent(m_line, stops[static_cast<size_t>(there)]);
}

void TimelineView::goByPage(int direction)
{
    const int y = m_lines[m_line].top + direction * verticalScrollBar()->pageStep();
    const int line = std::clamp(m_lines.lineAt(std::max(0, y)), 0, m_lines.count() - 1);
    const int found = m_lines.findingFrom(line, direction);
    goToLine(found >= 0 ? found : m_lines.findingFrom(line, -direction));
}

void TimelineView::scrollToCurrent()
{
    const Line &line = m_lines[m_line];
    const int heading = measures().heading; // that stays at the top
    const int height = viewport()->height() - measures().axis;
    QScrollBar *down = verticalScrollBar();
    if (line.top - heading < down->value())
        down->setValue(line.top - heading);
    else if (line.top + line.height > down->value() + height)
        down->setValue(line.top + line.height - height);
    if (m_stop.kind == TimelineStop::Kind::Finding)
        return;
    const int days = viewport()->width() - namesWidth();
    const auto x = static_cast<int>(m_scale.xOf(m_stop.day));
    QScrollBar *across = horizontalScrollBar();
    if (x - 30 < across->value() || x + 30 > across->value() + days)
        across->setValue(x - days / 3);
}

void TimelineView::openCurrent()
{
    if (m_line < 0)
        return;
    if (const auto *mark = markBehind(m_stop, rowAt(m_line)))
        Q_EMIT passageChosen(mark->passage);
}

void TimelineView::say()
{
    setAccessibleDescription(sentenceOf(m_stop, m_timeline, static_cast<size_t>(m_lines[m_line].row)));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void TimelineView::zoom(double factor)
{
    const int left = namesWidth();
    const double chosen = left + m_scale.xOf(m_stop.day) - horizontalScrollBar()->value();
    const bool isInView =
        m_line >= 0 && m_stop.kind != TimelineStop::Kind::Finding && chosen >= left && chosen <= viewport()->width();
    zoomAt(factor, isInView ? chosen : (left + viewport()->width()) / 2.0);
}

void TimelineView::zoomAt(double factor, double x)
{
    const double inDays = x - namesWidth();
    const double day = m_scale.dayAt(inDays + horizontalScrollBar()->value());
    m_scale.zoom(factor);
    updateScrollBars();
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(m_scale.xOf(day) - inDays)));
    viewport()->update();
    Q_EMIT zoomed();
}

void TimelineView::fit()
{
    m_scale.fit();
    updateScrollBars();
    viewport()->update();
    Q_EMIT zoomed();
}

QPoint TimelineView::placeOf(size_t row, const TimelineStop &stop) const
{
    const TimelineRow &shown = m_timeline.rows[row];
    const Line &line = m_lines[m_lines.lineOfRow(static_cast<int>(row))];
    const QPointF corner(namesWidth() - horizontalScrollBar()->value(),
                         measures().axis + line.top - verticalScrollBar()->value());
    if (stop.kind == TimelineStop::Kind::Bar)
        return (corner + barArea(measures(), m_scale, shown.bars[static_cast<size_t>(stop.index)]).center()).toPoint();
    if (stop.kind == TimelineStop::Kind::Mark)
        return (corner + markArea(measures(), m_scale, shown.marks[stop.index]).center()).toPoint();
    return QPoint(namesWidth() / 2, static_cast<int>(corner.y()) + line.height / 2);
}

} // namespace ui::timeline
