// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/subject_header.h"

#include "ui/matrix/header_painter.h"
#include "ui/matrix/matrix_table_model.h"

#include <QPainter>
#include <QStyleOptionHeader>

namespace ui::matrix {

QSize SubjectHeader::sectionSizeFromContents(int logicalIndex) const
{
    const auto *matrix = static_cast<const MatrixTableModel *>(model());
    return partnerHeaderSize(matrix->headerData(logicalIndex, Qt::Vertical, Qt::DisplayRole).toString(),
                             matrix->totalText(Qt::Vertical, logicalIndex), font());
}

void SubjectHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = logicalIndex;
    const bool current = selectionModel() && selectionModel()->currentIndex().row() == logicalIndex;
    if (current)
        option.state |= QStyle::State_On | QStyle::State_Sunken;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    const auto *matrix = static_cast<const MatrixTableModel *>(model());
    paintPartnerHeader(*painter, rect, matrix->headerData(logicalIndex, Qt::Vertical, Qt::DisplayRole).toString(),
                       matrix->totalText(Qt::Vertical, logicalIndex),
                       {font(), palette().color(QPalette::ButtonText), current});
}

} // namespace ui::matrix
