// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_table.h"

#include "ui/matrix/cell_delegate.h"
#include "ui/matrix/cell_painter.h"
#include "ui/matrix/matrix_table_model.h"
#include "ui/matrix/permission_header.h"
#include "ui/matrix/subject_header.h"

#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QStyle>

namespace ui::matrix {

MatrixTable::MatrixTable(MatrixTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_matrix(model)
    , m_delegate(new CellDelegate(this))
{
    setObjectName(QStringLiteral("matrixTable"));
    setAccessibleName(tr("Partners down, permissions across"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    auto *permissions = new PermissionHeader(this);
    m_permissions = permissions;
    setHorizontalHeader(permissions);
    auto *partners = new SubjectHeader(this);
    setVerticalHeader(partners);
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()}) {
        header->setSectionsClickable(true);
        header->setHighlightSections(true);
    }
    // Fixed sizes: measuring 1,000 x 100 cells would take longer than reading them.
    const QSize cell = cellSize(font());
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(cell.height());
    verticalHeader()->setMaximumWidth(260);
    permissions->setDefaultSectionSize(cell.width());
    m_corner = new QLabel(this);
    m_corner->setObjectName(QStringLiteral("matrixTotal"));
    m_corner->setAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_corner->setMargin(3);
    m_corner->setWordWrap(true);
    m_corner->setFrameShape(QFrame::StyledPanel); // apart from names that are half scrolled away
    connect(partners, &SubjectHeader::foldRequested, this, &MatrixTable::foldGroupRequested);
    connect(permissions, &PermissionHeader::foldRequested, this, &MatrixTable::foldRequested);
    connect(permissions, &QHeaderView::sectionClicked, this, [this](int column) {
        // With Shift or Ctrl, columns are chosen to be copied.
        if (QGuiApplication::keyboardModifiers() == Qt::NoModifier)
            Q_EMIT sortRequested(column);
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { setKeyboardOnHead(false); });
    // A name that stands over several columns moves within them.
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, permissions->viewport(),
            [permissions] { permissions->viewport()->update(); });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, permissions->viewport(),
            [permissions] { permissions->viewport()->update(); });
    connect(&model, &QAbstractItemModel::modelReset, this, &MatrixTable::tellTotal);
    connect(&model, &QAbstractItemModel::dataChanged, this, &MatrixTable::tellTotal);
}

void MatrixTable::setShowsHeat(bool shows)
{
    m_delegate->setShowsHeat(shows);
    viewport()->update();
}

void MatrixTable::setSortedColumn(int column)
{
    m_permissions->setSortedColumn(column);
}

void MatrixTable::setKeyboardOnHead(bool onHead)
{
    m_onHead = onHead;
    m_permissions->setKeyboardHere(onHead);
}

void MatrixTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    setKeyboardOnHead(false);
}

void MatrixTable::tellTotal()
{
    const model::MatrixTotal &total = m_matrix.matrix().total;
    m_corner->setText(tr("All: %1").arg(totalText(total)));
    m_corner->setToolTip(totalSentence(total));
    m_corner->setAccessibleName(totalSentence(total));
}

void MatrixTable::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_corner)
        m_corner->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(),
                               {frameWidth(), frameWidth(), verticalHeader()->width(), horizontalHeader()->height()}));
}

} // namespace ui::matrix
