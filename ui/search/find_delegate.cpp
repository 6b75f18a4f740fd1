// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/find_delegate.h"

#include "ui/common/bold_ranges.h"
#include "ui/search/find_list_model.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

namespace ui::search {
namespace {

constexpr int margin = 8;
constexpr int iconSize = 16;

/// One line of the row's text, in bold what was typed, faded by the clip where it is too long.
void paintText(QPainter &painter, const FindRow &row, const QFont &font, const QRect &area,
               Qt::LayoutDirection direction)
{
    QTextLayout layout(row.text, font);
    layout.setFormats(boldRanges(row.bold));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(static_cast<int>(row.text.size()));
    layout.endLayout();
    painter.save();
    painter.setClipRect(area);
    const double room = area.width() - line.naturalTextWidth();
    const double left = area.left() + (direction == Qt::LeftToRight ? 0 : std::max(room, 0.0));
    layout.draw(&painter, QPointF(left, area.top() + (area.height() - line.height()) / 2));
    painter.restore();
}

} // namespace

void FindDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    styled.text.clear();
    // The keyboard is with the box above, but the choice is made here.
    styled.state |= QStyle::State_Active;
    const auto &model = static_cast<const FindListModel &>(*index.model());
    const FindRow &row = model.row(index.row());
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    if (!row.isHeading())
        style->drawControl(QStyle::CE_ItemViewItem, &styled, painter, option.widget);

    const bool selected = styled.state & QStyle::State_Selected;
    const QColor strong = styled.palette.color(QPalette::Active, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor dim = selected ? strong : styled.palette.color(QPalette::Active, QPalette::PlaceholderText);
    // Laid out from left to right, and painted as the language goes.
    QRect inner = styled.rect.adjusted(margin, 0, -margin, 0);
    const auto visual = [&styled](const QRect &area) {
        return QStyle::visualRect(styled.direction, styled.rect, area);
    };
    const QFontMetrics metrics(styled.font);
    painter->save();
    painter->setFont(styled.font);
    if (row.isHeading()) {
        painter->setPen(dim);
        painter->drawText(inner.adjusted(0, 6, 0, -2), Qt::AlignLeft | Qt::AlignBottom, row.group);
        painter->restore();
        return;
    }
    row.icon.paint(painter, visual(QRect(inner.left(), inner.center().y() - iconSize / 2, iconSize, iconSize)));
    inner.adjust(iconSize + margin, 0, 0, 0);
    if (!row.detail.isEmpty()) {
        const QString detail = metrics.elidedText(row.detail, Qt::ElideMiddle, inner.width() / 2);
        painter->setPen(dim);
        painter->drawText(visual(inner), Qt::AlignRight | Qt::AlignVCenter, detail);
        inner.adjust(0, 0, -metrics.horizontalAdvance(detail) - 2 * margin, 0);
    }
    painter->setPen(strong);
    paintText(*painter, row, styled.font, visual(inner), styled.direction);
    painter->restore();
}

QSize FindDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return QSize(200, QFontMetrics(option.font).height() + 8);
}

} // namespace ui::search
