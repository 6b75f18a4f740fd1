// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/prompts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>

namespace ui {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Prompts", text);
}

QFileDialog *dialog(QWidget *parent, const QString &title, QFileDialog::FileMode mode)
{
    auto *made = new QFileDialog(parent, title, QDir::homePath());
    made->setAttribute(Qt::WA_DeleteOnClose);
    // The system's own dialog would note the file among the desktop's recent files.
    made->setOption(QFileDialog::DontUseNativeDialog);
    made->setOption(QFileDialog::DontUseCustomDirectoryIcons);
    made->setHistory({});
    made->setFileMode(mode);
    if (mode == QFileDialog::Directory)
        made->setOption(QFileDialog::ShowDirsOnly);
    return made;
}

void show(QFileDialog *made, QWidget *parent, Prompts::Paths then)
{
    QObject::connect(made, &QFileDialog::filesSelected, parent, std::move(then));
    made->open();
}

Prompts::Paths first(Prompts::Path then)
{
    return [then = std::move(then)](const QStringList &paths) {
        if (!paths.isEmpty())
            then(paths.front());
    };
}

} // namespace

void DialogPrompts::askFilesToImport(QWidget *parent, Paths then)
{
    auto *made = dialog(parent, tr("Import files"), QFileDialog::ExistingFiles);
    made->setNameFilters(
        {tr("Documents and archives (*.pdf *.zip *.tar *.tar.gz *.tgz *.tar.xz)"), tr("All files (*)")});
    show(made, parent, std::move(then));
}

void DialogPrompts::askFolderToImport(QWidget *parent, Paths then)
{
    show(dialog(parent, tr("Import a folder"), QFileDialog::Directory), parent, std::move(then));
}

void DialogPrompts::askCaseToOpen(QWidget *parent, Path then)
{
    show(dialog(parent, tr("Open a case: choose its folder (NAME.carveout)"), QFileDialog::Directory), parent,
         first(std::move(then)));
}

void DialogPrompts::askFolderForCase(QWidget *parent, const QString &start, Path then)
{
    auto *made = dialog(parent, tr("Where to keep the case"), QFileDialog::Directory);
    if (QDir(start).exists())
        made->setDirectory(start);
    show(made, parent, first(std::move(then)));
}

void DialogPrompts::askCsvFile(QWidget *parent, const QString &suggestion, Path then)
{
    auto *made = dialog(parent, tr("Export to a CSV file"), QFileDialog::AnyFile);
    made->setAcceptMode(QFileDialog::AcceptSave);
    made->setDefaultSuffix(QStringLiteral("csv"));
    made->setNameFilters({tr("CSV files (*.csv)")});
    made->selectFile(suggestion);
    show(made, parent, first(std::move(then)));
}

} // namespace ui
