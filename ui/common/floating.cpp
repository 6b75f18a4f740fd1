// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/floating.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int margin = 8;
constexpr int widest = 880; // a longer line is not read well

} // namespace

Floating::Floating(QWidget &over, Place place, QWidget *parent)
    : QWidget(parent)
    , m_over(&over)
    , m_place(place)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(margin);
    over.installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this] {
        if (!isHidden())
            arrange();
    });
    hide();
}

void Floating::add(QWidget *widget)
{
    const bool wasHidden = widget->isHidden();
    layout()->addWidget(widget);
    widget->setAutoFillBackground(true);
    widget->setVisible(!wasHidden);
    widget->installEventFilter(this);
    arrange();
}

void Floating::setPartFor(QWidget &alone, QWidget *part)
{
    if (m_part && m_part != m_over)
        m_part->removeEventFilter(this);
    m_alone = &alone;
    m_part = part;
    if (part)
        part->installEventFilter(this);
    arrange();
}

bool Floating::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return done;
}

bool Floating::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool isUnder = watched == m_over || watched == m_part;
    if (isUnder && (type == QEvent::Resize || type == QEvent::Move))
        arrange();
    else if (!isUnder && (type == QEvent::ShowToParent || type == QEvent::HideToParent))
        arrange();
    return QWidget::eventFilter(watched, event);
}

QWidget *Floating::under() const
{
    bool isAny = false;
    bool isOther = false;
    for (const QObject *child : children()) {
        const auto *widget = qobject_cast<const QWidget *>(child);
        if (!widget || widget->isHidden())
            continue;
        isAny = true;
        isOther = isOther || widget != m_alone;
    }
    if (!isAny)
        return nullptr;
    return m_part && m_part->isVisibleTo(parentWidget()) && !isOther ? m_part : m_over;
}

QRect Floating::inHand() const
{
    const QWidget *focus = window()->focusWidget();
    if (!focus || isAncestorOf(focus) || !focus->isVisible())
        return {};
    if (const auto *list = qobject_cast<const QAbstractItemView *>(focus)) {
        const QRect row = list->visualRect(list->currentIndex());
        return {list->viewport()->mapTo(parentWidget()->window(), row.topLeft()) -
                    parentWidget()->mapTo(parentWidget()->window(), QPoint()),
                row.size()};
    }
    return {focus->mapTo(parentWidget()->window(), QPoint()) -
                parentWidget()->mapTo(parentWidget()->window(), QPoint()),
            focus->size()};
}

void Floating::arrange()
{
    const QWidget *over = under();
    if (!over) {
        m_isAtHead = false;
        hide();
        return;
    }
    const QRect area(over->mapTo(parentWidget(), QPoint(0, 0)), over->size());
    const int room = std::max(1, area.width() - 2 * margin);
    layout()->activate();
    const QSize hint = layout()->totalSizeHint();
    const int width = std::min(room, m_place == Place::Foot ? widest : std::min(widest / 2, hint.width()));
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : hint.height();
    const int height = std::min(wanted, std::max(1, area.height() - 2 * margin));
    const QRect corner(area.right() - margin - width + 1, area.top() + margin, width, height);
    if (m_place == Place::TopRight) {
        setGeometry(corner);
    } else {
        const QRect head(area.left() + (area.width() - width) / 2, corner.top(), width, height);
        const QRect foot(head.left(), area.bottom() - margin - height + 1, width, height);
        const QRect hand = inHand();
        if ((m_isAtHead ? head : foot).intersects(hand) && !(m_isAtHead ? foot : head).intersects(hand))
            m_isAtHead = !m_isAtHead;
        setGeometry(m_isAtHead ? head : foot);
    }
    if (!isHidden())
        return;
    show();
    raise();
}

} // namespace ui
