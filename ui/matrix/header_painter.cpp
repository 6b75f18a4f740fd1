// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/header_painter.h"

#include "ui/common/elided_lines.h"

#include <QPainter>

#include <algorithm>

namespace ui::matrix {
namespace {

constexpr int sideMargin = 6;
constexpr int endMargin = 2;
constexpr int beforeTotal = 12;
constexpr int triangleSide = 8;

QFont shownFont(const HeaderLook &look)
{
    QFont font = look.font;
    font.setBold(look.isCurrent);
    return font;
}

/// Centred upright, on as many lines as there is room for.
void paintLines(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment side)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int mostLines = std::max(1, rect.height() / metrics.lineSpacing());
    const QStringList lines = elidedLines(text, painter.font(), rect.width(), mostLines);
    const int height = static_cast<int>(lines.size()) * metrics.lineSpacing();
    int top = rect.top() + (rect.height() - height) / 2;
    for (const QString &line : lines) {
        painter.drawText(QRect(rect.left(), top, rect.width(), metrics.lineSpacing()), side | Qt::AlignVCenter, line);
        top += metrics.lineSpacing();
    }
}

} // namespace

QSize partnerHeaderSize(const QString &name, const QString &total, const QFont &font)
{
    QFont bold = font;
    bold.setBold(true); // as the current one is
    const QFontMetrics metrics(bold);
    const int width = metrics.horizontalAdvance(name) + beforeTotal + metrics.horizontalAdvance(total);
    return QSize(width, metrics.height()) + QSize(2 * sideMargin + 4, 2 * endMargin + 4);
}

void paintPartnerHeader(QPainter &painter, const QRect &rect, const QString &name, const QString &total,
                        const HeaderLook &look)
{
    painter.save();
    painter.setPen(look.text);
    painter.setFont(look.font);
    QRect inner = rect.adjusted(sideMargin, endMargin, -sideMargin, -endMargin);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, total);
    inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(total) - beforeTotal);
    painter.setFont(shownFont(look));
    paintLines(painter, inner, name, Qt::AlignLeft);
    painter.restore();
}

int permissionHeaderHeight(const QFont &font)
{
    const QFontMetrics metrics(font);
    return kindHeight(font) + 2 * metrics.lineSpacing() + 4 * endMargin;
}

int kindHeight(const QFont &font)
{
    return 2 * QFontMetrics(font).lineSpacing() + 2 * endMargin;
}

void paintKind(QPainter &painter, const QRect &rect, const QRect &visible, const QString &data, Fold fold,
               const HeaderLook &look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QRect inner = rect.intersected(visible).adjusted(sideMargin, endMargin, -sideMargin, -endMargin);
    if (fold != Fold::None) {
        const double middle = inner.center().y() + 0.5;
        const double left = inner.left();
        const double half = triangleSide / 2.0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.text);
        if (fold == Fold::Open)
            painter.drawPolygon(
                QPolygonF({QPointF(left, middle - half / 2), QPointF(left + 2 * half, middle - half / 2),
                           QPointF(left + half, middle + half)}));
        else
            painter.drawPolygon(QPolygonF(
                {QPointF(left, middle - half), QPointF(left + half * 1.5, middle), QPointF(left, middle + half)}));
        inner.setLeft(inner.left() + triangleSide + 4);
    }
    painter.setPen(look.text);
    painter.setFont(shownFont(look));
    paintLines(painter, inner, data, Qt::AlignHCenter);
    painter.restore();
}

void paintAction(QPainter &painter, const QRect &rect, const QString &action, const QString &total,
                 const HeaderLook &look)
{
    painter.save();
    painter.setPen(look.text);
    const QRect inner = rect.adjusted(sideMargin, endMargin, -sideMargin, -endMargin);
    const int line = QFontMetrics(look.font).lineSpacing();
    painter.setFont(look.font);
    painter.drawText(QRect(inner.left(), inner.bottom() - line + 1, inner.width(), line),
                     Qt::AlignHCenter | Qt::AlignVCenter, total);
    painter.setFont(shownFont(look));
    paintLines(painter, inner.adjusted(0, 0, 0, -line), action, Qt::AlignHCenter);
    painter.restore();
}

} // namespace ui::matrix
