// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_shapes.h"

#include "ui/common/marks.h"

#include <QLinearGradient>
#include <QPainter>

namespace ui::timeline {
namespace {

constexpr double named = 14; ///< what an open end of the time that a passage names takes

void paintArrowhead(QPainter &painter, const QPointF &tip, double toRight, double half)
{
    painter.drawPolyline(QPolygonF({tip + QPointF(-toRight * half, -half), tip, tip + QPointF(-toRight * half, half)}));
}

void paintOpenEnd(QPainter &painter, const QRectF &area, double toRight, const QColor &colour)
{
    const double from = toRight > 0 ? area.right() : area.left();
    const double tip = from + toRight * openEnd;
    QLinearGradient fade(QPointF(from, 0), QPointF(tip, 0));
    QColor begins = colour;
    begins.setAlpha(170);
    QColor ends = colour;
    ends.setAlpha(0);
    fade.setColorAt(0, begins);
    fade.setColorAt(1, ends);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fade);
    painter.drawRect(QRectF(QPointF(std::min(from, tip), area.top()), QSizeF(openEnd, area.height())));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2));
    paintArrowhead(painter, QPointF(tip, area.center().y()), toRight, area.height() / 2);
}

} // namespace

void paintBar(QPainter &painter, const QRectF &area, OpenEnds open, bool isConcluded, const QPalette &palette)
{
    const QColor colour = stanceColour(model::Stance::Supports, isDark(palette));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (open.first)
        paintOpenEnd(painter, area, -1, colour);
    if (open.last)
        paintOpenEnd(painter, area, 1, colour);
    painter.setPen(QPen(colour, 1.6));
    painter.setBrush(isConcluded ? QBrush(colour) : palette.brush(QPalette::Base));
    painter.drawRect(area.adjusted(0.8, 0.8, -0.8, -0.8));
    painter.restore();
}

void paintSuggestedBar(QPainter &painter, const QRectF &area, OpenEnds open, const QPalette &palette)
{
    const QColor colour = stanceColour(model::Stance::Supports, isDark(palette));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const double toRight : {-1.0, 1.0}) {
        if (toRight < 0 ? !open.first : !open.last)
            continue;
        const QPointF from(toRight < 0 ? area.left() : area.right(), area.center().y());
        const QPointF tip = from + QPointF(toRight * openEnd, 0);
        painter.setPen(QPen(colour, 1.4, Qt::DashLine));
        painter.drawLine(from, tip);
        painter.setPen(QPen(colour, 1.4));
        paintArrowhead(painter, tip, toRight, area.height() / 2);
    }
    painter.setPen(QPen(colour, 1.4, Qt::DashLine));
    painter.drawRect(area.adjusted(0.8, 0.8, -0.8, -0.8));
    painter.restore();
}

void paintSuggestedMark(QPainter &painter, const QRectF &area, model::Stance stance, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette.brush(QPalette::Base));
    painter.setPen(QPen(stanceColour(stance, isDark(palette)), 1.6, Qt::DotLine));
    painter.drawEllipse(area.adjusted(2, 2, -2, -2));
    painter.restore();
}

void paintGap(QPainter &painter, const QRectF &area, const QPalette &palette)
{
    const double slant = area.height() / 3;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area.adjusted(0, -1, 0, 1), palette.brush(QPalette::Base));
    painter.setPen(QPen(palette.color(QPalette::Text), 1.4, Qt::DotLine));
    painter.drawLine(QPointF(area.left() + slant, area.center().y()), QPointF(area.right() - slant, area.center().y()));
    painter.setPen(QPen(palette.color(QPalette::Text), 2));
    for (const double x : {area.left(), area.right()})
        painter.drawLine(QPointF(x - slant, area.bottom() + 3), QPointF(x + slant, area.top() - 3));
    painter.restore();
}

void paintNamedTime(QPainter &painter, double left, double right, double y, OpenEnds open, model::Stance stance,
                    const QPalette &palette)
{
    const QColor colour = stanceColour(stance, isDark(palette));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.4));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    for (const double toRight : {-1.0, 1.0}) {
        const double end = toRight < 0 ? left : right;
        if (toRight < 0 ? open.first : open.last) {
            painter.setPen(QPen(colour, 1.4, Qt::DotLine));
            painter.drawLine(QPointF(end, y), QPointF(end + toRight * named, y));
            painter.setPen(QPen(colour, 1.4));
            paintArrowhead(painter, QPointF(end + toRight * named, y), toRight, 3);
        } else {
            painter.drawLine(QPointF(end, y - 3), QPointF(end, y + 3));
        }
    }
    painter.restore();
}

void paintContradiction(QPainter &painter, const QRectF &area, const QPalette &palette)
{
    const double x = area.center().x();
    const double wide = std::min(5.0, area.width() / 2);
    const QPolygonF stroke({QPointF(x + wide * 0.4, area.top()), QPointF(x - wide, area.center().y() + 1),
                            QPointF(x + wide, area.center().y() - 1), QPointF(x - wide * 0.4, area.bottom())});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    // On a bar as on the ground.
    painter.setPen(QPen(palette.color(QPalette::Base), 5));
    painter.drawPolyline(stroke);
    painter.setPen(QPen(stanceColour(model::Stance::Denies, isDark(palette)), 2.4));
    painter.drawPolyline(stroke);
    painter.restore();
}

} // namespace ui::timeline
