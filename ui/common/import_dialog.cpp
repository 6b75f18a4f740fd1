// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/import_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFileSystemModel>
#include <QLabel>
#include <QLayout>
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
    setNameFilters({tr("Documents and archives (*.pdf *.zip *.tar *.tar.gz *.tgz *.tar.xz *.eml *.mbox *.msg *.txt "
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
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::take);
    connect(findChild<QListView *>(QStringLiteral("listView"))->selectionModel(),
            &QItemSelectionModel::selectionChanged, this, &ImportDialog::tell);
    connect(this, &QFileDialog::directoryEntered, this, &ImportDialog::tell);
    tell();
}

QStringList ImportDialog::chosen() const
{
    QStringList paths;
    // The tree of the detailed view shares the list's selection.
    const auto *list = findChild<QListView *>(QStringLiteral("listView"));
    for (const QModelIndex &index : list->selectionModel()->selectedRows())
        paths += index.data(QFileSystemModel::FilePathRole).toString();
    return paths.isEmpty() ? QStringList{directory().absolutePath()} : paths;
}

void ImportDialog::tell()
{
    const QStringList paths = chosen();
    if (paths.size() > 1)
        m_import->setText(tr("Import these %n", nullptr, static_cast<int>(paths.size())));
    else if (!QFileInfo(paths.front()).isDir())
        m_import->setText(tr("Import this file"));
    else
        m_import->setText(paths.front() == directory().absolutePath() ? tr("Import this whole folder")
                                                                      : tr("Import the chosen folder"));
}

void ImportDialog::take()
{
    const QStringList paths = chosen();
    QDialog::accept();
    Q_EMIT filesSelected(paths);
}

} // namespace ui
