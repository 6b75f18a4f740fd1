// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/permission_header.h"

#include "ui/matrix/header_painter.h"
#include "ui/matrix/matrix_table_model.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionHeader>

namespace ui::matrix {

PermissionHeader::PermissionHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setFixedHeight(permissionHeaderHeight(font()));
}

void PermissionHeader::setSortedColumn(int column)
{
    m_sorted = column;
    viewport()->update();
}

void PermissionHeader::setKeyboardHere(bool here)
{
    m_hasKeyboard = here;
    viewport()->update();
}

const MatrixTableModel &PermissionHeader::matrix() const
{
    return *static_cast<const MatrixTableModel *>(model());
}

QSize PermissionHeader::sectionSizeFromContents(int logicalIndex) const
{
    return {sectionSize(logicalIndex), permissionHeaderHeight(font())};
}

QRect PermissionHeader::kindRect(int column) const
{
    const auto [first, last] = matrix().matrix().groupOf(column);
    const int left = sectionViewportPosition(first);
    return {left, 0, sectionViewportPosition(last) + sectionSize(last) - left, kindHeight(font())};
}

void PermissionHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (logicalIndex >= matrix().columnCount())
        return;
    const model::ArrangedColumn &column = matrix().column(logicalIndex);
    const int currentColumn = selectionModel() ? selectionModel()->currentIndex().column() : -1;
    const auto [first, last] = matrix().matrix().groupOf(logicalIndex);
    const bool inCurrentKind = currentColumn >= first && currentColumn <= last;
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.section = logicalIndex;
    const auto paintGround = [&](const QRect &ground, bool current) {
        option.rect = ground;
        option.state.setFlag(QStyle::State_On, current);
        option.state.setFlag(QStyle::State_Sunken, current);
        style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    };
    const QColor text = palette().color(QPalette::ButtonText);
    const HeaderLook kind{font(), text, inCurrentKind};
    const HeaderLook own{font(), text, currentColumn == logicalIndex};
    // Each section paints its part of what stands over several.
    painter->save();
    painter->setClipRect(rect);
    const QRect over = kindRect(logicalIndex);
    paintGround(over, inCurrentKind);
    const bool foldable = first != last || column.isFolded();
    paintKind(*painter, over, viewport()->rect(), column.data,
              !foldable           ? Fold::None
              : column.isFolded() ? Fold::Folded
                                  : Fold::Open,
              kind);
    const QRect below = rect.adjusted(0, over.height(), 0, 0);
    paintGround(below, own.isBold);
    const QString action = matrix().headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    paintAction(*painter, below, logicalIndex == m_sorted ? tr("▾ %1", "sorted by it").arg(action) : action,
                matrix().totalText(Qt::Horizontal, logicalIndex), own);
    if (m_hasKeyboard && own.isBold) {
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(below.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

void PermissionHeader::mousePressEvent(QMouseEvent *event)
{
    const int column = logicalIndexAt(event->position().toPoint());
    const bool resizes = viewport()->cursor().shape() == Qt::SplitHCursor;
    if (column >= 0 && !resizes && event->button() == Qt::LeftButton && event->position().y() < kindHeight(font())) {
        Q_EMIT foldRequested(column);
        return;
    }
    QHeaderView::mousePressEvent(event);
}

} // namespace ui::matrix
