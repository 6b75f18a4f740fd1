// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/key_choice.h"

#include <QDialog>

#include <functional>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace ui::settings {

/// All commands with their keys, beside the window; each can be given others. Keys that another command has are told
/// before they are taken from it.
class KeyWindow final : public QDialog {
    Q_OBJECT
public:
    /// `commands` gives those that there are now.
    KeyWindow(KeyChoice &keys, std::function<QList<QAction *>()> commands, QWidget *parent);

    void open() override; ///< or comes to the front, with what is so now

Q_SIGNALS:
    void keysChanged();

private:
    QWidget *makeEditor();
    void fill();
    void filter();
    void showCurrent();
    void tellRival();
    void use(const QKeySequence &keys);
    void resetCurrent();
    void resetAll();
    QAction *current() const; ///< null where none is chosen, or it is gone

    KeyChoice &m_keys;
    std::function<QList<QAction *>()> m_commands;
    QLineEdit *m_filter = nullptr;
    QTreeWidget *m_list = nullptr;
    QKeySequenceEdit *m_edit = nullptr;
    QLabel *m_text = nullptr;
    QList<QPushButton *> m_ofCurrent;
};

} // namespace ui::settings
