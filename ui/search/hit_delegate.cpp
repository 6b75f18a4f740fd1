// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hit_delegate.h"

#include "ui/common/bold_ranges.h"
#include "ui/search/hit_list_model.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace ui::search {
namespace {

constexpr int snippetLines = 3;

/// Lays the snippet out in at most `snippetLines` lines.
void layOut(QTextLayout &layout, int width)
{
    layout.beginLayout();
    double y = 0;
    for (int i = 0; i < snippetLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
    }
    layout.endLayout();
}

} // namespace

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    const QString place = styled.text;
    styled.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &styled, painter, option.widget);

    const auto &model = static_cast<const HitListModel &>(*index.model());
    const model::SearchHit &hit = model.hit(index.row());
    const bool selected = styled.state & QStyle::State_Selected;
    const QColor text = styled.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect inner = styled.rect.adjusted(6, 5, -6, -5);
    const QFontMetrics metrics(styled.font);
    painter->save();
    painter->setPen(selected ? text : styled.palette.color(QPalette::PlaceholderText));
    painter->setFont(styled.font);
    painter->drawText(inner, Qt::AlignTop, metrics.elidedText(place, Qt::ElideMiddle, inner.width()));
    painter->setPen(text);
    QTextLayout layout(hit.snippet, styled.font);
    layout.setFormats(boldRanges(hit.inSnippet));
    layOut(layout, inner.width());
    layout.draw(painter, QPointF(inner.left(), inner.top() + metrics.height() + 2));
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return QSize(160, (snippetLines + 1) * QFontMetrics(option.font).height() + 14);
}

} // namespace ui::search
