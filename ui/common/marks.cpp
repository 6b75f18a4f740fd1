// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/marks.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <functional>

namespace ui {
namespace {

// Okabe and Ito, "Color Universal Design". On dark ground blue and vermilion take their lighter sisters.
QColor tagColour(model::TagKind kind, bool dark)
{
    switch (kind) {
    case model::TagKind::Partner:
        return dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x72, 0xb2);
    case model::TagKind::Permission:
        return dark ? QColor(0xe6, 0x9f, 0x00) : QColor(0xc2, 0x7c, 0x00);
    case model::TagKind::Evidence:
        return dark ? QColor(0x2f, 0xc4, 0x99) : QColor(0x00, 0x9e, 0x73);
    }
    return {};
}

QColor stanceColour(model::Stance stance, bool dark)
{
    switch (stance) {
    case model::Stance::Supports:
        return tagColour(model::TagKind::Evidence, dark);
    case model::Stance::Denies:
        return dark ? QColor(0xff, 0x8c, 0x4d) : QColor(0xd5, 0x5e, 0x00);
    case model::Stance::Ended:
        return dark ? QColor(0xe0, 0xa3, 0xc4) : QColor(0xa8, 0x4f, 0x80);
    case model::Stance::Planned:
        return tagColour(model::TagKind::Partner, dark);
    case model::Stance::Context:
        return dark ? QColor(0xb8, 0xb8, 0xb8) : QColor(0x66, 0x66, 0x66);
    }
    return {};
}

QRectF squareIn(const QRectF &area)
{
    const double side = std::min(area.width(), area.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(area.center());
    return square;
}

QIcon iconFrom(const std::function<void(QPainter &, const QRectF &)> &paint)
{
    QIcon icon;
    for (const int scale : {1, 2}) {
        QPixmap pixmap(16 * scale, 16 * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(painter, QRectF(1, 1, 14, 14));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor paperColour(model::TagKind kind)
{
    return tagColour(kind, false);
}

void paintTagMark(QPainter &painter, model::TagKind kind, const QRectF &area, const QPalette &palette)
{
    const QRectF square = squareIn(area);
    const QColor colour = tagColour(kind, isDark(palette));
    QColor wash = colour;
    wash.setAlpha(60);
    painter.save();
    painter.setPen(Qt::NoPen);
    switch (kind) {
    case model::TagKind::Partner:
        painter.setPen(QPen(colour, 1.6));
        painter.setBrush(wash);
        painter.drawRect(square.adjusted(1, 2.5, -1, -2.5));
        break;
    case model::TagKind::Permission:
        painter.fillRect(square.adjusted(1, 3, -1, -4), wash);
        painter.fillRect(QRectF(square.left() + 1, square.bottom() - 4, square.width() - 2, 2), colour);
        break;
    case model::TagKind::Evidence:
        painter.fillRect(QRectF(square.left() + 1, square.top() + 1, 3, square.height() - 2), colour);
        painter.fillRect(square.adjusted(6, 3, -1, -3), wash);
        break;
    }
    painter.restore();
}

void paintStanceMark(QPainter &painter, model::Stance stance, const QRectF &area, const QPalette &palette)
{
    const QRectF square = squareIn(area).adjusted(1.5, 1.5, -1.5, -1.5);
    const QColor colour = stanceColour(stance, isDark(palette));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.8));
    painter.setBrush(Qt::NoBrush);
    switch (stance) {
    case model::Stance::Supports:
        painter.setBrush(colour);
        painter.drawEllipse(square);
        break;
    case model::Stance::Denies:
        painter.drawLine(square.topLeft(), square.bottomRight());
        painter.drawLine(square.topRight(), square.bottomLeft());
        break;
    case model::Stance::Ended:
        painter.setBrush(colour);
        painter.drawRect(square.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case model::Stance::Planned:
        painter.drawPolygon(
            QPolygonF({QPointF(square.center().x(), square.top()), square.bottomRight(), square.bottomLeft()}));
        break;
    case model::Stance::Context:
        painter.drawEllipse(square);
        break;
    }
    painter.restore();
}

void paintVerdictMark(QPainter &painter, model::Verdict verdict, const QRectF &area, const QPalette &palette)
{
    const QRectF square = squareIn(area).adjusted(1.5, 1.5, -1.5, -1.5);
    const QColor colour = palette.color(QPalette::Text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(Qt::NoBrush);
    switch (verdict) {
    case model::Verdict::Open: {
        QPen dashed(colour, 1.2);
        dashed.setDashPattern({2, 2});
        painter.setPen(dashed);
        painter.drawEllipse(square);
        break;
    }
    case model::Verdict::Alleged:
        painter.drawEllipse(square);
        painter.setBrush(colour);
        painter.drawPie(square, 90 * 16, 180 * 16);
        break;
    case model::Verdict::Confirmed:
        painter.setPen(QPen(colour, 2));
        painter.drawPolyline(QPolygonF({QPointF(square.left(), square.center().y()),
                                        QPointF(square.left() + square.width() * 0.35, square.bottom() - 1),
                                        QPointF(square.right(), square.top() + 1)}));
        break;
    case model::Verdict::Disputed:
        painter.setBrush(colour);
        painter.drawPie(square.translated(-1, 0), 90 * 16, 180 * 16);
        painter.setBrush(Qt::NoBrush);
        painter.drawPie(square.translated(1, 0), -90 * 16, 180 * 16);
        break;
    case model::Verdict::Dismissed:
        painter.setPen(QPen(colour, 2));
        painter.drawLine(QPointF(square.left(), square.center().y()), QPointF(square.right(), square.center().y()));
        break;
    }
    painter.restore();
}

QIcon iconFor(model::TagKind kind, const QPalette &palette)
{
    return iconFrom([&](QPainter &painter, const QRectF &area) { paintTagMark(painter, kind, area, palette); });
}

QIcon iconFor(model::Stance stance, const QPalette &palette)
{
    return iconFrom([&](QPainter &painter, const QRectF &area) { paintStanceMark(painter, stance, area, palette); });
}

QIcon iconFor(model::Verdict verdict, const QPalette &palette)
{
    return iconFrom([&](QPainter &painter, const QRectF &area) { paintVerdictMark(painter, verdict, area, palette); });
}

} // namespace ui
