// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/import_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

namespace ui {

ImportDialog::ImportDialog(QWidget *parent)
    : QFileDialog(parent, tr("Import files, folders or archives"), QDir::homePath())
{
    // The system's own dialog would note the files among the desktop's recent ones, and takes files or folders, not
    // both.
    setOption(QFileDialog::DontUseNativeDialog);
    setOption(QFileDialog::DontUseCustomDirectoryIcons);
    setHistory({});
    setFileMode(QFileDialog::ExistingFiles);
    setNameFilters({tr("Documents and archives (*.pdf *.zip *.7z *.rar *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz "
                       "*.tar.zst *.eml *.mbox *.msg *.txt "
                       "*.csv *.md *.html "
                       "*.htm *.png *.jpg *.jpeg *.tif *.tiff *.webp)"),
                    tr("All files (*)")});
    auto *hint = new QLabel(
        tr("Ctrl or Shift with a click chooses several. A folder is imported with all that lies in it."), this);
    hint->setWordWrap(true);
    layout()->addWidget(hint);
    // Qt's own button goes into a folder that is chosen; that is left to a double click or Enter.
    auto *buttons = findChild<QDialogButtonBox *>(QStringLiteral("buttonBox"));
    buttons->button(QDialogButtonBox::Open)->hide();
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::ActionRole);
    m_import->setObjectName(QStringLiteral("importChosen"));
    m_import->setDefault(true);
    connect(m_import, &QPushButton::clicked, this, [this] { take(chosen()); });
    // What is in view when the dialog opens is the whole home folder: no Enter may ever mean that.
    auto *folder = buttons->addButton(tr("Import this whole folder"), QDialogButtonBox::ActionRole);
    folder->setObjectName(QStringLiteral("importFolder"));
    folder->setAutoDefault(false);
    connect(folder, &QPushButton::clicked, this, [this] { take({directory().absolutePath()}); });
    connect(findChild<QListView *>(QStringLiteral("listView"))->selectionModel(),
            &QItemSelectionModel::selectionChanged, this, &ImportDialog::tell);
    connect(findChild<QLineEdit *>(QStringLiteral("fileNameEdit")), &QLineEdit::textChanged, this, &ImportDialog::tell);
    connect(this, &QFileDialog::directoryEntered, this, &ImportDialog::tell);
    tell();
}

QStringList ImportDialog::chosen() const
{
    QStringList paths;
    for (const QString &path : selectedFiles()) {
        if (QFileInfo::exists(path))
            paths += path;
    }
    return paths;
}

void ImportDialog::tell()
{
    const QStringList paths = chosen();
    m_import->setEnabled(!paths.isEmpty());
    if (paths.isEmpty())
        m_import->setText(tr("Import"));
    else if (paths.size() > 1)
        m_import->setText(tr("Import these %n", nullptr, static_cast<int>(paths.size())));
    else
        m_import->setText(QFileInfo(paths.front()).isDir() ? tr("Import the chosen folder") : tr("Import this file"));
}

void ImportDialog::take(const QStringList &paths)
{
    QDialog::accept();
    Q_EMIT filesSelected(paths);
}

} // namespace ui
