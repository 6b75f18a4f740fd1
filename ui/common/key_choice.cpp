// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_choice.h"

#include "ui/common/preferences.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace ui {
namespace {

constexpr const char *givenKeys = "givenKeys";

/// What the program gives is kept on the command itself, before anything else is chosen.
QList<QKeySequence> given(QAction &command)
{
    if (!command.property(givenKeys).isValid())
        command.setProperty(givenKeys, QVariant::fromValue(command.shortcuts()));
    return command.property(givenKeys).value<QList<QKeySequence>>();
}

QList<const QWidget *> reachOf(const QAction &command)
{
    QList<const QWidget *> reach;
    for (const QObject *object : command.associatedObjects()) {
        const auto *widget = qobject_cast<const QWidget *>(object);
        if (widget && !qobject_cast<const QMenu *>(widget) && !qobject_cast<const QMenuBar *>(widget))
            reach += widget;
    }
    return reach;
}

bool meet(const QAction &one, const QAction &other)
{
    if (one.shortcutContext() == Qt::WindowShortcut || other.shortcutContext() == Qt::WindowShortcut)
        return true;
    const QList<const QWidget *> reach = reachOf(one);
    const QList<const QWidget *> others = reachOf(other);
    return std::any_of(reach.begin(), reach.end(), [&others](const QWidget *here) {
        return std::any_of(others.begin(), others.end(), [here](const QWidget *there) {
            return here == there || here->isAncestorOf(there) || there->isAncestorOf(here);
        });
    });
}

} // namespace

void KeyChoice::apply(const QList<QAction *> &commands) const
{
    for (QAction *command : commands) {
        const QList<QKeySequence> keys = given(*command);
        const auto chosen = m_preferences.chosenKeys(command->objectName());
        if (chosen)
            command->setShortcut(QKeySequence::fromString(*chosen, QKeySequence::PortableText));
        else
            command->setShortcuts(keys);
    }
}

void KeyChoice::choose(QAction &command, const QKeySequence &keys)
{
    static_cast<void>(given(command));
    command.setShortcut(keys);
    m_preferences.setChosenKeys(command.objectName(), keys.toString(QKeySequence::PortableText));
}

void KeyChoice::reset(QAction &command)
{
    command.setShortcuts(given(command));
    m_preferences.setChosenKeys(command.objectName(), std::nullopt);
}

bool KeyChoice::isChosen(const QAction &command) const
{
    return m_preferences.chosenKeys(command.objectName()).has_value();
}

QAction *KeyChoice::rival(const QAction &command, const QKeySequence &keys, const QList<QAction *> &commands)
{
    for (QAction *other : commands) {
        if (other != &command && !keys.isEmpty() && other->shortcuts().contains(keys) && meet(command, *other))
            return other;
    }
    return nullptr;
}

} // namespace ui
