// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace ui {

/// Items of a tree as tall as their text needs at the tree's width, up to some lines.
class WrappingDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// For the one column of `tree`, which it asks to lay its items out anew whenever its width changes.
    explicit WrappingDelegate(QTreeView *tree);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTreeView *m_tree = nullptr;
    QObject *m_viewport = nullptr; ///< kept for comparing only: it still sends events when the tree is half gone
};

} // namespace ui
