// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace ui::matrix {

class MatrixTableModel;

/// The partners beside the matrix, each with its total: the name on several lines where it needs them, with an ellipsis
/// where that does not do. A click on a group of them folds its rows into one.
class SubjectHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit SubjectHeader(QWidget *parent = nullptr)
        : QHeaderView(Qt::Vertical, parent)
    {
    }

Q_SIGNALS:
    void foldRequested(int row); ///< of the group whose heading that is, or the other way round

protected:
    QSize sectionSizeFromContents(int logicalIndex) const override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    const MatrixTableModel &matrix() const;
};

} // namespace ui::matrix
