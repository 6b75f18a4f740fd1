// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/wrapping_delegate.h"

#include <QEvent>
#include <QTreeView>

namespace ui {
namespace {

constexpr int mostLines = 4;
constexpr int besideText = 34; // icon and margins

} // namespace

WrappingDelegate::WrappingDelegate(QTreeView *tree)
    : QStyledItemDelegate(tree)
    , m_tree(tree)
    , m_viewport(tree->viewport())
{
    tree->setWordWrap(true);
    tree->setUniformRowHeights(false);
    tree->viewport()->installEventFilter(this);
}

QSize WrappingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int depth = m_tree->rootIsDecorated() ? 1 : 0;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        ++depth;
    const int width = m_tree->viewport()->width() - depth * m_tree->indentation() - besideText;
    const QFontMetrics metrics(option.font);
    const QString text = index.data(Qt::DisplayRole).toString();
    const int needed = metrics.boundingRect(QRect(0, 0, std::max(width, 40), 10000), Qt::TextWordWrap, text).height();
    return QSize(40, std::min(needed, mostLines * metrics.lineSpacing()) + 8);
}

bool WrappingDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_viewport && event->type() == QEvent::Resize)
        Q_EMIT sizeHintChanged({});
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace ui
