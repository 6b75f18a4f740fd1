// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/subject_header.h"

#include "ui/matrix/header_painter.h"
#include "ui/matrix/matrix_table_model.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionHeader>

namespace ui::matrix {

const MatrixTableModel &SubjectHeader::matrix() const
{
    return *static_cast<const MatrixTableModel *>(model());
}

QSize SubjectHeader::sectionSizeFromContents(int logicalIndex) const
{
    // A header may ask for what was there before a reset.
    if (logicalIndex >= matrix().rowCount())
        return {};
    return partnerHeaderSize(matrix().headerData(logicalIndex, Qt::Vertical, Qt::DisplayRole).toString(),
                             matrix().totalText(Qt::Vertical, logicalIndex), foldOf(matrix().row(logicalIndex)),
                             font());
}

void SubjectHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (logicalIndex >= matrix().rowCount())
        return;
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = logicalIndex;
    const bool current = selectionModel() && selectionModel()->currentIndex().row() == logicalIndex;
    if (current)
        option.state |= QStyle::State_On | QStyle::State_Sunken;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    const model::ArrangedRow &row = matrix().row(logicalIndex);
    if (matrix().isOpenGroup(logicalIndex))
        painter->fillRect(rect, headingGround(palette()));
    paintPartnerHeader(*painter, rect, matrix().headerData(logicalIndex, Qt::Vertical, Qt::DisplayRole).toString(),
                       matrix().totalText(Qt::Vertical, logicalIndex), foldOf(row),
                       {font(), palette().color(QPalette::ButtonText), current || row.isGroup()});
}

void SubjectHeader::mousePressEvent(QMouseEvent *event)
{
    const int row = logicalIndexAt(event->position().toPoint());
    if (row >= 0 && event->button() == Qt::LeftButton && matrix().row(row).isGroup()) {
        Q_EMIT foldRequested(row);
        return;
    }
    QHeaderView::mousePressEvent(event);
}

} // namespace ui::matrix
