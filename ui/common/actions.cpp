// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/actions.h"

#include <QAction>

namespace ui {

QAction *makeAction(QObject *owner, const QString &name, const QString &text, const QList<QKeySequence> &keys,
                    std::function<void()> act)
{
    auto *action = new QAction(text, owner);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(action, &QAction::triggered, owner, std::move(act));
    return action;
}

} // namespace ui
