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
constexpr int triangleWidth = triangleSide + 4; ///< with the space behind it

QFont shownFont(const HeaderLook &look)
{
    QFont font = look.font;
    font.setBold(look.isBold);
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

/// The triangle at the left of `inner`, which is narrowed by it.
void paintFold(QPainter &painter, QRect &inner, Fold fold, const QColor &colour)
{
    if (fold == Fold::None)
        return;
    const double middle = inner.center().y() + 0.5;
    const double left = inner.left();
    const double half = triangleSide / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (fold == Fold::Open)
        painter.drawPolygon(QPolygonF({QPointF(left, middle - half / 2), QPointF(left + 2 * half, middle - half / 2),
                                       QPointF(left + half, middle + half)}));
    else
        painter.drawPolygon(QPolygonF(
            {QPointF(left, middle - half), QPointF(left + half * 1.5, middle), QPointF(left, middle + half)}));
    painter.restore();
    inner.setLeft(inner.left() + triangleWidth);
}

} // namespace

Fold foldOf(const model::ArrangedRow &row)
{
    switch (row.kind) {
    case model::ArrangedRow::Kind::Partner:
        break;
    case model::ArrangedRow::Kind::OpenGroup:
        return Fold::Open;
    case model::ArrangedRow::Kind::FoldedGroup:
        return Fold::Folded;
    }
    return Fold::None;
}

QColor headingGround(const QPalette &palette)
{
    QColor ground = palette.color(QPalette::Text);
    ground.setAlphaF(0.08F);
    return ground;
}

QSize partnerHeaderSize(const QString &name, const QString &total, Fold fold, const QFont &font)
{
    QFont bold = font;
    bold.setBold(true); // as the current one and groups are
    const QFontMetrics metrics(bold);
    const int width = metrics.horizontalAdvance(name) + beforeTotal + metrics.horizontalAdvance(total) +
                      (fold == Fold::None ? 0 : triangleWidth);
    return QSize(width, metrics.height()) + QSize(2 * sideMargin + 4, 2 * endMargin + 4);
}

void paintPartnerHeader(QPainter &painter, const QRect &rect, const QString &name, const QString &total, Fold fold,
                        const HeaderLook &look)
{
    painter.save();
    painter.setPen(look.text);
    painter.setFont(look.font);
    QRect inner = rect.adjusted(sideMargin, endMargin, -sideMargin, -endMargin);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, total);
    inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(total) - beforeTotal);
    paintFold(painter, inner, fold, look.text);
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
    QRect inner = rect.intersected(visible).adjusted(sideMargin, endMargin, -sideMargin, -endMargin);
    paintFold(painter, inner, fold, look.text);
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
