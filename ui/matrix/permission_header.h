// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace ui::matrix {

class MatrixTableModel;

/// The permissions above the matrix: each kind of data over its actions, and below them the totals. A click on a kind
/// folds its columns into one.
class PermissionHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit PermissionHeader(QWidget *parent = nullptr);

    void setSortedColumn(int column); ///< that the partners go by; -1 for none
    void setKeyboardHere(bool here);  ///< the head of the current column has the keyboard

Q_SIGNALS:
    void foldRequested(int column); ///< of the kind of data of that column, or the other way round

protected:
    QSize sectionSizeFromContents(int logicalIndex) const override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    const MatrixTableModel &matrix() const;
    QRect kindRect(int column) const; ///< over all columns of its kind of data

    int m_sorted = -1;
    bool m_hasKeyboard = false;
};

} // namespace ui::matrix
