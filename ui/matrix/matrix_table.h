// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QLabel;

namespace ui::matrix {

class CellDelegate;
class MatrixTableModel;
class PermissionHeader;

/// The matrix itself. Names and totals stay in sight while the cells scroll.
class MatrixTable final : public QTableView {
    Q_OBJECT
public:
    MatrixTable(MatrixTableModel &model, QWidget *parent = nullptr);

    void setShowsHeat(bool shows);
    void setSortedColumn(int column); ///< that the partners go by; -1 for none
    /// The head of the current column has the keyboard rather than the cell. Ends with another current row.
    void setKeyboardOnHead(bool onHead);
    bool isKeyboardOnHead() const { return m_onHead; }

Q_SIGNALS:
    void sortRequested(int column);   ///< its head was clicked
    void foldRequested(int column);   ///< of the kind of data of that column, or the other way round
    void foldGroupRequested(int row); ///< of the group of partners with that heading, or the other way round

protected:
    void updateGeometries() override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void tellTotal();

    MatrixTableModel &m_matrix;
    CellDelegate *m_delegate = nullptr;
    PermissionHeader *m_permissions = nullptr;
    bool m_onHead = false;
    QLabel *m_corner = nullptr; ///< the total of all
};

} // namespace ui::matrix
