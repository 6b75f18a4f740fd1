// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/folding_row.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace ui {
namespace {

/// What a layout would not give it less than; hidden widgets, for which a layout says 0, count too.
int neededBy(const QWidget &widget)
{
    const bool shrinks = widget.sizePolicy().horizontalPolicy() & QSizePolicy::ShrinkFlag;
    const int hint = shrinks ? widget.minimumSizeHint().width()
                             : std::max(widget.sizeHint().width(), widget.minimumSizeHint().width());
    return std::min(std::max(hint, widget.minimumWidth()), widget.maximumWidth());
}

} // namespace

FoldingRow::FoldingRow(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
}

void FoldingRow::add(QWidget *widget, Rank rank, int stretch)
{
    m_row->addWidget(widget, stretch);
    m_items.push_back({widget, rank, true});
    fold();
}

void FoldingRow::setWanted(QWidget *widget, bool wanted)
{
    for (Item &item : m_items) {
        if (item.widget == widget)
            item.wanted = wanted;
    }
    fold();
}

int FoldingRow::widthUpTo(Rank rank) const
{
    const QMargins margins = m_row->contentsMargins();
    int width = margins.left() + margins.right();
    int count = 0;
    for (const Item &item : m_items) {
        if (!item.wanted || item.rank > rank)
            continue;
        width += neededBy(*item.widget);
        ++count;
    }
    return width + std::max(0, count - 1) * m_row->spacing();
}

void FoldingRow::fold()
{
    Rank kept = 0;
    for (const Item &item : m_items)
        kept = std::max(kept, item.rank);
    while (kept > 0 && widthUpTo(kept) > width())
        --kept;
    for (const Item &item : m_items) {
        const bool visible = item.wanted && item.rank <= kept;
        if (item.widget->isHidden() == visible)
            item.widget->setVisible(visible);
    }
}

QSize FoldingRow::minimumSizeHint() const
{
    return QSize(widthUpTo(0), m_row->minimumSize().height());
}

void FoldingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

bool FoldingRow::event(QEvent *event)
{
    // A child has another text, and so another width.
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return QWidget::event(event);
}

} // namespace ui
