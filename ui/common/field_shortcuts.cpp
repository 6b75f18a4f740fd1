// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/field_shortcuts.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>

#include <optional>

namespace ui {
namespace {

struct Field {
    bool canUndo = false;
    bool canRedo = false;
};

std::optional<Field> fieldOf(const QObject *focus)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(focus))
        return Field{line->isUndoAvailable(), line->isRedoAvailable()};
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(focus))
        return Field{text->document()->isUndoAvailable(), text->document()->isRedoAvailable()};
    return std::nullopt;
}

} // namespace

FieldShortcuts::FieldShortcuts(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool FieldShortcuts::isOurs(const QKeySequence &keys) const
{
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        if (action->isEnabled() && action->shortcutContext() == Qt::WindowShortcut &&
            action->shortcuts().contains(keys))
            return true;
    }
    return false;
}

bool FieldShortcuts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (qobject_cast<QMenu *>(watched) || qobject_cast<QMenuBar *>(watched)) {
        // The actions of a menu count as in reach while the bar has the keyboard, and would take the menus' letters.
        if (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
            return false;
        event->accept();
        return true;
    }
    const auto field = fieldOf(watched);
    if (!field || !(key->modifiers() & Qt::ControlModifier) || !m_window ||
        static_cast<QWidget *>(watched)->window() != m_window)
        return false;
    const QKeySequence keys(key->keyCombination());
    if (!isOurs(keys))
        return false;
    if ((key->matches(QKeySequence::Undo) && field->canUndo) || (key->matches(QKeySequence::Redo) && field->canRedo))
        return false;
    // Not seen by the field, so not accepted: it is a shortcut.
    event->ignore();
    return true;
}

} // namespace ui
