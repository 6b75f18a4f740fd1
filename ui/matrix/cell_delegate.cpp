// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/cell_delegate.h"

#include "ui/common/marks.h"
#include "ui/common/words.h"
#include "ui/matrix/matrix_table_model.h"

#include <QApplication>
#include <QPainter>

namespace ui::matrix {
namespace {

constexpr double cornerSide = 9;

void paintCorner(QPainter &painter, const QPointF &corner, double toLeft, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({corner, corner + QPointF(toLeft * cornerSide, 0), corner + QPointF(0, cornerSide)}));
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &styled, painter, option.widget);
    const auto *cell = static_cast<const MatrixTableModel *>(index.model())->cell(index);
    if (!cell)
        return;
    const bool selected = styled.state & QStyle::State_Selected;
    QPalette palette = styled.palette;
    if (selected) {
        palette.setColor(QPalette::Text, palette.color(QPalette::HighlightedText));
        palette.setColor(QPalette::Base, palette.color(QPalette::Highlight));
    }
    const QFontMetrics metrics(styled.font);
    const QRect inner = styled.rect.adjusted(8, 4, -8, -4);
    const int line = metrics.height();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(styled.font);
    painter->setPen(palette.color(QPalette::Text));
    paintVerdictMark(*painter, cell->conclusion.verdict, QRectF(inner.left(), inner.top(), line, line), palette);
    painter->drawText(QRect(inner.left() + line + 4, inner.top(), inner.width() - line - 4, line),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(wordFor(cell->conclusion.verdict), Qt::ElideRight, inner.width() - line - 4));
    int x = inner.left();
    const int y = inner.bottom() - line + 1;
    for (size_t i = 0; i < model::allStances.size(); ++i) {
        if (cell->passages[i] == 0)
            continue;
        const QString count = QString::number(cell->passages[i]);
        const int width = line + 1 + metrics.horizontalAdvance(count) + 6;
        if (x + width > styled.rect.right() + 4)
            break;
        paintStanceMark(*painter, model::allStances[i], QRectF(x, y + 1, line - 2, line - 2), palette);
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(QRect(x + line + 1, y, width, line), Qt::AlignLeft | Qt::AlignVCenter, count);
        x += width;
    }
    const QRectF rect = styled.rect;
    const auto has = [cell](model::Stance stance) { return cell->passages[static_cast<size_t>(stance)] > 0; };
    const bool dark = isDark(palette);
    if (has(model::Stance::Denies))
        paintCorner(*painter, rect.topRight(), -1, dark ? QColor(0xff, 0x8c, 0x4d) : QColor(0xd5, 0x5e, 0x00));
    if (has(model::Stance::Ended))
        paintCorner(*painter, rect.topLeft(), 1, dark ? QColor(0xe0, 0xa3, 0xc4) : QColor(0xa8, 0x4f, 0x80));
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics metrics(option.font);
    return QSize(metrics.horizontalAdvance(QStringLiteral("0")) * 13 + 16, 2 * metrics.height() + 12);
}

} // namespace ui::matrix
