// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_shapes.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/timeline_words.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

/// What comes from the window system.
namespace ui::timeline {

using Line = TimelineLines::Line;

std::optional<TimelineView::Place> TimelineView::placeAt(const QPoint &point) const
{
    const TimelineMeasures parts = measures();
    if (point.y() < parts.axis)
        return std::nullopt;
    const int y = point.y() - parts.axis + verticalScrollBar()->value();
    const int index = m_lines.lineAt(y);
    if (index < 0 || m_lines[index].isHeading() || y >= m_lines[index].top + m_lines[index].height)
        return std::nullopt;
    const auto &row = rowAt(index);
    const auto stops = stopsOf(row);
    const QPointF inRow(point.x() - namesWidth() + horizontalScrollBar()->value(), y - m_lines[index].top);
    // Marks are painted over one another in this order.
    for (auto stop = stops.rbegin(); stop != stops.rend() && point.x() >= namesWidth(); ++stop) {
        QRectF area;
        if (stop->kind == TimelineStop::Kind::Mark) {
            area = markArea(parts, m_scale, row.marks[stop->index]).adjusted(-2, -2, 2, 2);
        } else if (stop->kind == TimelineStop::Kind::Bar) {
            const auto &bar = row.bars[static_cast<size_t>(stop->index)];
            area = barArea(parts, m_scale, bar)
                       .adjusted(bar.isOpenFirst ? -openEnd : -2, -2, bar.isOpenLast ? openEnd : 2, 2);
        }
        if (area.contains(inRow))
            return Place{index, *stop};
    }
    const auto bar =
        std::find_if(stops.begin(), stops.end(), [](const auto &stop) { return stop.kind == TimelineStop::Kind::Bar; });
    return Place{index, bar == stops.end() ? stops.front() : *bar};
}

QString TimelineView::toolTipAt(const QPoint &point) const
{
    const auto place = placeAt(point);
    return place ? sentenceOf(place->stop, m_timeline, static_cast<size_t>(m_lines[place->line].row)) : QString();
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(),
                           toolTipAt(help->pos()).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    TimelinePainter(m_timeline, m_lines, m_scale, palette(), font()).paint(painter, view());
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_scale.setViewWidth(viewport()->width() - namesWidth());
    updateScrollBars();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        lay();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (m_line < 0 || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (key == Qt::Key_Up || key == Qt::Key_Down)
        goToLine(m_lines.findingFrom(m_line + (key == Qt::Key_Up ? -1 : 1), key == Qt::Key_Up ? -1 : 1));
    else if (key == Qt::Key_Left || key == Qt::Key_Right)
        goToStop(key == Qt::Key_Left ? -1 : 1);
    else if (key == Qt::Key_PageUp || key == Qt::Key_PageDown)
        goByPage(key == Qt::Key_PageUp ? -1 : 1);
    else if (key == Qt::Key_Home)
        goToLine(m_lines.findingFrom(0, 1));
    else if (key == Qt::Key_End)
        goToLine(m_lines.findingFrom(m_lines.count() - 1, -1));
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        openCurrent();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (const auto place = placeAt(event->pos()))
        setCurrent(place->line, place->stop);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (placeAt(event->pos()))
        openCurrent();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAt(std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position().x());
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    chooseFirst();
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace ui::timeline
