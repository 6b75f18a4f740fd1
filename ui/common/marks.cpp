// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/marks.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
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

QRectF squareIn(const QRectF &area)
{
    const double side = std::min(area.width(), area.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(area.center());
    return square;
}

using PaintMark = std::function<void(QPainter &, const QRectF &, const QPalette &)>;

/// Paints the mark anew each time, so that it follows the program's colours and the ground of a selected item.
class MarkEngine final : public QIconEngine {
public:
    explicit MarkEngine(PaintMark paintMark)
        : m_paint(std::move(paintMark))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected) {
            palette.setColor(QPalette::Base, Qt::black);
            palette.setColor(QPalette::Text, palette.color(QPalette::HighlightedText));
        }
        painter->setRenderHint(QPainter::Antialiasing);
        m_paint(*painter, QRectF(rect).adjusted(1, 1, -1, -1), palette);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        // The marks are drawn for 16 pixels.
        const double scale = std::max(1.0, std::min(size.width(), size.height()) / 16.0);
        painter.scale(scale, scale);
        paint(&painter, QRect(QPoint(0, 0), (QSizeF(size) / scale).toSize()), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new MarkEngine(m_paint); }

private:
    PaintMark m_paint;
};

} // namespace

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

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor paperColour(model::TagKind kind, Paper paper)
{
    return tagColour(kind, paper == Paper::Dark);
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

QPen suggestedPen(const QColor &colour, double width)
{
    QPen pen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    // In pixels, whatever the width.
    pen.setDashPattern({4 / width, 3 / width});
    return pen;
}

void paintSuggestedMark(QPainter &painter, model::TagKind kind, const QRectF &area, const QPalette &palette)
{
    const QRectF square = squareIn(area);
    const QColor colour = tagColour(kind, isDark(palette));
    painter.save();
    painter.setBrush(Qt::NoBrush);
    switch (kind) {
    case model::TagKind::Partner:
        painter.setPen(suggestedPen(colour, 1.4));
        painter.drawRect(square.adjusted(1, 2.5, -1, -2.5));
        break;
    case model::TagKind::Permission:
        painter.setPen(suggestedPen(colour, 2));
        painter.drawLine(QPointF(square.left(), square.bottom() - 3), QPointF(square.right(), square.bottom() - 3));
        break;
    case model::TagKind::Evidence:
        painter.setPen(suggestedPen(colour, 3));
        painter.drawLine(QPointF(square.left() + 2.5, square.top()), QPointF(square.left() + 2.5, square.bottom()));
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

QIcon iconFor(model::TagKind kind)
{
    return QIcon(new MarkEngine([kind](QPainter &painter, const QRectF &area, const QPalette &palette) {
        paintTagMark(painter, kind, area, palette);
    }));
}

QIcon suggestedIconFor(model::TagKind kind)
{
    return QIcon(new MarkEngine([kind](QPainter &painter, const QRectF &area, const QPalette &palette) {
        paintSuggestedMark(painter, kind, area, palette);
    }));
}

QIcon iconFor(model::Stance stance)
{
    return QIcon(new MarkEngine([stance](QPainter &painter, const QRectF &area, const QPalette &palette) {
        paintStanceMark(painter, stance, area, palette);
    }));
}

QIcon iconFor(model::Verdict verdict)
{
    return QIcon(new MarkEngine([verdict](QPainter &painter, const QRectF &area, const QPalette &palette) {
        paintVerdictMark(painter, verdict, area, palette);
    }));
}

} // namespace ui
