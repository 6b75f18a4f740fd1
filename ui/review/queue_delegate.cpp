// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queue_delegate.h"

#include "ui/common/elided_lines.h"
#include "ui/review/queue_model.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace ui::review {
namespace {

constexpr int mostLines = 3;
constexpr int markWidth = 22;
constexpr int margin = 4;

} // namespace

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    const QString text = styled.text;
    const QIcon mark = styled.icon;
    styled.text.clear();
    styled.icon = {};
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &styled, painter, option.widget);

    const bool selected = styled.state & QStyle::State_Selected;
    const auto colour = [&](QPalette::ColorRole role) {
        return styled.palette.color(selected ? QPalette::HighlightedText : role);
    };
    const QFontMetrics metrics(styled.font);
    const QRect inner = styled.rect.adjusted(margin, margin, -margin, -margin);
    const QRect words = inner.adjusted(markWidth, 0, 0, 0);
    painter->save();
    painter->setClipRect(styled.rect);
    painter->setFont(styled.font);
    mark.paint(painter, QRect(inner.left(), inner.top(), 16, 16), Qt::AlignCenter,
               selected ? QIcon::Selected : QIcon::Normal);
    painter->setPen(colour(QPalette::Text));
    int below = words.top();
    for (const QString &line : elidedLines(text, styled.font, words.width(), mostLines)) {
        painter->drawText(QRect(words.left(), below, words.width(), metrics.height()), Qt::AlignLeft, line);
        below += metrics.lineSpacing();
    }
    painter->setPen(colour(QPalette::PlaceholderText));
    painter->drawText(QRect(words.left(), below, words.width(), metrics.height()), Qt::AlignLeft,
                      metrics.elidedText(index.data(QueueModel::PlaceRole).toString(), Qt::ElideMiddle, words.width()));
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = (view ? view->viewport()->width() : 260) - 2 * margin - markWidth;
    const QFontMetrics metrics(option.font);
    const auto lines =
        static_cast<int>(elidedLines(index.data(Qt::DisplayRole).toString(), option.font, width, mostLines).size());
    return QSize(120, (lines + 1) * metrics.lineSpacing() + 2 * margin);
}

} // namespace ui::review
