// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/cell_delegate.h"

#include "ui/common/marks.h"
#include "ui/common/words.h"
#include "ui/matrix/matrix_table_model.h"

#include <QApplication>
#include <QPainter>

namespace ui::matrix {
namespace {

using model::MatrixCell;

constexpr double cornerSide = 9;

void paintCorner(QPainter &painter, const QPointF &corner, double toLeft, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({corner, corner + QPointF(toLeft * cornerSide, 0), corner + QPointF(0, cornerSide)}));
}

/// How many independent documents speak of the finding: a sheet of paper and the number, at the right of the upper
/// line. Returns the width that it took.
int paintSources(QPainter &painter, const QRect &inner, int documents, const QPalette &palette)
{
    if (documents == 0)
        return 0;
    const QFontMetrics metrics = painter.fontMetrics();
    const QString count = QString::number(documents);
    const int line = metrics.height();
    const int numberWidth = metrics.horizontalAdvance(count);
    const double sheetHeight = line * 0.6;
    const double sheetWidth = sheetHeight * 0.75;
    painter.drawText(QRect(inner.right() - numberWidth + 1, inner.top(), numberWidth, line),
                     Qt::AlignRight | Qt::AlignVCenter, count);
    const QRectF sheet(inner.right() - numberWidth - 3 - sheetWidth, inner.top() + (line - sheetHeight) / 2, sheetWidth,
                       sheetHeight);
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.color(QPalette::Text), 1));
    painter.drawRect(sheet);
    painter.drawLine(QPointF(sheet.left() + 2, sheet.center().y()), QPointF(sheet.right() - 2, sheet.center().y()));
    painter.restore();
    return numberWidth + static_cast<int>(sheetWidth) + 8;
}

/// How many passages are suggested: a dashed ring and the number in a dashed frame, at the right of the lower line.
void paintSuggested(QPainter &painter, const QRect &inner, int passages, const QPalette &palette)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int line = metrics.height();
    const QString count = QString::number(passages);
    const int width = line + metrics.horizontalAdvance(count) + 8;
    const QRectF frame(inner.right() - width + 0.5, inner.bottom() - line + 0.5, width, line);
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(suggestedPen(palette.color(QPalette::Text), 1));
    painter.drawRoundedRect(frame, 3, 3);
    const double ring = line * 0.5;
    painter.setPen(QPen(palette.color(QPalette::Text), 1.2));
    painter.drawEllipse(QRectF(frame.left() + 4, frame.center().y() - ring / 2, ring, ring));
    painter.drawText(frame.adjusted(line * 0.5 + 6, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, count);
    painter.restore();
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &styled, painter, option.widget);
    const auto *model = static_cast<const MatrixTableModel *>(index.model());
    const MatrixCell *cell = model->cell(index);
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
    if (const auto *suggested = model->suggested(index))
        paintSuggested(*painter, inner, suggested->passageCount(), palette);
    if (model->isOnlySuggested(index)) {
        painter->restore();
        return;
    }
    paintVerdictMark(*painter, cell->conclusion.verdict, QRectF(inner.left(), inner.top(), line, line), palette);
    const int sourcesWidth = paintSources(*painter, inner, cell->documents, palette);
    const int verdictWidth = inner.width() - line - 4 - sourcesWidth;
    painter->drawText(QRect(inner.left() + line + 4, inner.top(), verdictWidth, line), Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(wordFor(cell->conclusion.verdict), Qt::ElideRight, verdictWidth));
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
        paintCorner(*painter, rect.topRight(), -1, stanceColour(model::Stance::Denies, dark));
    if (has(model::Stance::Ended))
        paintCorner(*painter, rect.topLeft(), 1, stanceColour(model::Stance::Ended, dark));
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics metrics(option.font);
    return QSize(metrics.horizontalAdvance(QStringLiteral("0")) * 14 + 16, 2 * metrics.height() + 12);
}

} // namespace ui::matrix
