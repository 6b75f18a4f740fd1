// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QLabel;

namespace ui::matrix {

class CellDelegate;
class MatrixTableModel;

/// The matrix itself. Names and totals stay in sight while the cells scroll.
class MatrixTable final : public QTableView {
    Q_OBJECT
public:
    MatrixTable(MatrixTableModel &model, QWidget *parent = nullptr);

    void setShowsHeat(bool shows);

Q_SIGNALS:
    void foldRequested(int column); ///< of the kind of data of that column, or the other way round

protected:
    void updateGeometries() override;

private:
    void tellTotal();

    MatrixTableModel &m_matrix;
    CellDelegate *m_delegate = nullptr;
    QLabel *m_corner = nullptr; ///< the total of all
};

} // namespace ui::matrix
