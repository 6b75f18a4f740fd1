// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/import_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFileSystemModel>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

namespace ui {
namespace {

/// Both absolute and clean; a folder holds itself.
bool holds(const QString &folder, const QString &path)
{
    const QString below = QDir::cleanPath(path);
    return folder == below || below.startsWith(folder.endsWith(QLatin1Char('/')) ? folder : folder + QLatin1Char('/'));
}

} // namespace

ImportDialog::ImportDialog(QWidget *parent)
    : QFileDialog(parent, tr("Import files, folders or archives"), QDir::homePath())
{
    // The system's own dialog would note the files among the desktop's recent ones, and takes files or folders, not
    // both.
    setOption(QFileDialog::DontUseNativeDialog);
    setOption(QFileDialog::DontUseCustomDirectoryIcons);
    setHistory({});
    setFileMode(QFileDialog::ExistingFiles);
    setLabelText(QFileDialog::FileName, tr("&Path:"));
    setNameFilters({tr("Documents and archives (*.pdf *.zip *.7z *.rar *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz "
                       "*.tar.zst *.eml *.mbox *.msg *.txt "
                       "*.csv *.md *.html "
                       "*.htm *.png *.jpg *.jpeg *.tif *.tiff *.webp)"),
                    tr("All files (*)")});
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("importHint"));
    m_hint->setWordWrap(true);
    auto *grid = qobject_cast<QGridLayout *>(layout());
    grid->addWidget(m_hint, grid->rowCount(), 0, 1, -1);
    m_line = findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    auto *buttons = findChild<QDialogButtonBox *>(QStringLiteral("buttonBox"));
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::ActionRole);
    m_import->setObjectName(QStringLiteral("importChosen"));
    m_import->setDefault(true);
    connect(m_import, &QPushButton::clicked, this, [this] { take(chosen()); });
    // What is in view when the dialog opens is the whole home folder: no Enter may ever mean that.
    auto *folder = buttons->addButton(tr("Import this &whole folder"), QDialogButtonBox::ActionRole);
    folder->setObjectName(QStringLiteral("importFolder"));
    folder->setAutoDefault(false);
    connect(folder, &QPushButton::clicked, this, [this] { take({directory().absolutePath()}); });
    // Qt's own button goes into a folder that is chosen; that is left to a double click or Enter in the list. Buttons
    // that are added show all of them.
    buttons->button(QDialogButtonBox::Open)->hide();
    connect(findChild<QListView *>(QStringLiteral("listView"))->selectionModel(),
            &QItemSelectionModel::selectionChanged, this, &ImportDialog::tell);
    connect(m_line, &QLineEdit::textChanged, this, &ImportDialog::tell);
    connect(this, &QFileDialog::directoryEntered, this, &ImportDialog::tell);
    tell();
}

QStringList ImportDialog::typed() const
{
    const QString text = m_line->text();
    if (text.isEmpty())
        return {};
    QStringList names = {text};
    if (text.contains(QLatin1Char('"')) && !QFileInfo::exists(directory().absoluteFilePath(text))) {
        names.clear();
        const QStringList parts = text.split(QLatin1Char('"'));
        for (qsizetype i = 1; i < parts.size(); i += 2)
            names += parts[i];
    }
    QStringList paths;
    for (QString name : names) {
        if (name == QStringLiteral("~") || name.startsWith(QStringLiteral("~/")))
            name.replace(0, 1, QDir::homePath());
        const QString path = QDir::cleanPath(directory().absoluteFilePath(name));
        if (!paths.contains(path))
            paths += path;
    }
    return paths;
}

QStringList ImportDialog::chosenInList() const
{
    // Qt keeps what was chosen in a folder that was left, or that was the way here.
    const auto *list = findChild<QListView *>(QStringLiteral("listView"));
    QStringList paths;
    for (const QModelIndex &index : list->selectionModel()->selectedRows()) {
        if (index.parent() == list->rootIndex())
            paths +=
                QDir::cleanPath(directory().absoluteFilePath(index.data(QFileSystemModel::FileNameRole).toString()));
    }
    return paths;
}

QStringList ImportDialog::chosen() const
{
    QStringList paths = typed();
    for (const QString &path : paths) {
        if (!QFileInfo::exists(path) || holds(path, directory().absolutePath()) || holds(path, QDir::homePath()))
            return {};
    }
    for (const QString &path : chosenInList()) {
        if (!paths.contains(path))
            paths += path;
    }
    return paths;
}

void ImportDialog::accept()
{
    if (const QStringList paths = chosen(); !paths.isEmpty()) {
        take(paths);
        return;
    }
    for (const QString &path : typed()) {
        if (QFileInfo::exists(path))
            continue;
        m_hint->setText(tr("There is no file or folder “%1”.").arg(path));
        return;
    }
    if (const QStringList paths = typed(); paths.size() == 1) {
        setDirectory(paths.front());
        m_line->clear();
    }
}

void ImportDialog::tell()
{
    m_hint->setText(tr("Type the path of a file or folder, or several paths each in quotes, and press Enter to import. "
                       "Ctrl or Shift with a click chooses several. A folder is imported with all that lies in it."));
    const QStringList paths = chosen();
    m_import->setEnabled(!paths.isEmpty());
    if (paths.isEmpty())
        m_import->setText(tr("&Import"));
    else if (paths.size() > 1)
        m_import->setText(tr("&Import these %n", nullptr, static_cast<int>(paths.size())));
    else
        m_import->setText(QFileInfo(paths.front()).isDir() ? tr("&Import the chosen folder") : tr("&Import this file"));
}

void ImportDialog::take(const QStringList &paths)
{
    QDialog::accept();
    Q_EMIT filesSelected(paths);
}

} // namespace ui
