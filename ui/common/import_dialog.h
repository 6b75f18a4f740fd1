// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// Asks for what is to be imported: files, folders and archives, as many as wanted and mixed. Enter imports what is
/// typed, but a folder that holds the one in view, or the reporter's home, is only gone to: the folder in view as a
/// whole has a button of its own, which no Enter presses. Emits filesSelected() with all of them.
class ImportDialog final : public QFileDialog {
    Q_OBJECT
public:
    explicit ImportDialog(QWidget *parent);

    QStringList chosen() const; ///< or typed; empty where nothing is, or one of them does not exist

protected:
    void accept() override;

private:
    void take(const QStringList &paths);
    void tell();
    QStringList typed() const;        ///< absolute, there or not
    QStringList chosenInList() const; ///< of the folder in view

    QLabel *m_hint = nullptr;
    QLineEdit *m_line = nullptr;
    QPushButton *m_import = nullptr;
};

} // namespace ui
