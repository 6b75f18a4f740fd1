// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace ui::matrix {

/// The partners beside the matrix, each with its total: the name on several lines where it needs them, with an ellipsis
/// where that does not do.
class SubjectHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit SubjectHeader(QWidget *parent = nullptr)
        : QHeaderView(Qt::Vertical, parent)
    {
    }

protected:
    QSize sectionSizeFromContents(int logicalIndex) const override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
};

} // namespace ui::matrix
