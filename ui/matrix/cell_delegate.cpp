// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/cell_delegate.h"

#include "ui/matrix/cell_painter.h"
#include "ui/matrix/header_painter.h"
#include "ui/matrix/matrix_table_model.h"

#include <QApplication>
#include <QPainter>

namespace ui::matrix {

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &matrix = *static_cast<const MatrixTableModel *>(index.model());
    if (matrix.isOpenGroup(index.row()))
        painter->fillRect(option.rect, headingGround(option.palette));
    const model::ArrangedCell *cell = matrix.cell(index);
    const bool selected = option.state & QStyle::State_Selected;
    if (cell && m_showsHeat && !selected)
        paintHeat(*painter, option.rect, *cell, option.palette);
    // The view asks for every cell in sight on every step of a scroll: the style only draws what is not plain ground.
    if (selected || (option.state & (QStyle::State_HasFocus | QStyle::State_MouseOver))) {
        QStyleOptionViewItem styled = option;
        initStyleOption(&styled, index);
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &styled, painter, option.widget);
    }
    if (!cell)
        return;
    CellLook look{option.font, option.palette};
    if (selected) {
        look.palette.setColor(QPalette::Text, option.palette.color(QPalette::HighlightedText));
        look.palette.setColor(QPalette::Base, option.palette.color(QPalette::Highlight));
    }
    paintCell(*painter, option.rect, *cell, look);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return cellSize(option.font);
}

} // namespace ui::matrix
