// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/floating.h"

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
    if (watched == m_over && (type == QEvent::Resize || type == QEvent::Move))
        arrange();
    else if (watched != m_over && (type == QEvent::ShowToParent || type == QEvent::HideToParent))
        arrange();
    return QWidget::eventFilter(watched, event);
}

void Floating::arrange()
{
    const QObjectList &all = children();
    const bool any = std::any_of(all.begin(), all.end(), [](const QObject *child) {
        const auto *widget = qobject_cast<const QWidget *>(child);
        return widget && !widget->isHidden();
    });
    if (!any || !m_over) {
        hide();
        return;
    }
    const QRect area(m_over->mapTo(parentWidget(), QPoint(0, 0)), m_over->size());
    const int room = std::max(1, area.width() - 2 * margin);
    layout()->activate();
    const QSize hint = layout()->totalSizeHint();
    const int width = std::min(room, m_place == Place::Foot ? widest : std::min(widest / 2, hint.width()));
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : hint.height();
    const int height = std::min(wanted, std::max(1, area.height() - 2 * margin));
    const int left =
        m_place == Place::Foot ? area.left() + (area.width() - width) / 2 : area.right() - margin - width + 1;
    const int top = m_place == Place::Foot ? area.bottom() - margin - height + 1 : area.top() + margin;
    setGeometry(left, top, width, height);
    if (!isHidden())
        return;
    show();
    raise();
}

} // namespace ui
