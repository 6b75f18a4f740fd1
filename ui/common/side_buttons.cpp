// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/side_buttons.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>

namespace ui {

SideButtons::SideButtons(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool SideButtons::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonDblClick)
        return false;
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (!widget || !m_window || widget->window() != m_window)
        return false;
    const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
    if (button == Qt::BackButton)
        Q_EMIT back();
    else if (button == Qt::ForwardButton)
        Q_EMIT forward();
    else
        return false;
    return true;
}

} // namespace ui
