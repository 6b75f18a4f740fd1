// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>

class QPushButton;

namespace ui {

/// Asks for what is to be imported: files, folders and archives, as many as wanted and mixed. Nothing chosen means the
/// folder in view. Emits filesSelected() with all of them.
class ImportDialog final : public QFileDialog {
    Q_OBJECT
public:
    explicit ImportDialog(QWidget *parent);

    QStringList chosen() const; ///< what would be imported now

private:
    void take();
    void tell();

    QPushButton *m_import = nullptr;
};

} // namespace ui
