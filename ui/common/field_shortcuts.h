// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace ui {

/// Lets the window's own Ctrl shortcuts through while a text field has the focus, which would take some of them for
/// editing keys of its own (Ctrl+E, Ctrl+K). Undo and redo belong to the field as long as it has something to undo or
/// redo, and then to the case. And keeps shortcuts of one key from an open menu, whose letters they are. One per
/// window; lives as long as it does.
class FieldShortcuts final : public QObject {
    Q_OBJECT
public:
    explicit FieldShortcuts(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOurs(const QKeySequence &keys) const;

    QPointer<QWidget> m_window;
};

} // namespace ui
