// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>

class QPushButton;

namespace ui {

/// Asks for what is to be imported: files, folders and archives, as many as wanted and mixed. The folder
/// in view as a whole has a button of its own, which no Enter presses. Emits filesSelected() with all of them.
class ImportDialog final : public QFileDialog {
    Q_OBJECT
public:
    explicit ImportDialog(QWidget *parent);

    QStringList chosen() const; ///< or typed, of what exists; empty where nothing is

private:
    void take(const QStringList &paths);
    void tell();

    QPushButton *m_import = nullptr;
};

} // namespace ui
