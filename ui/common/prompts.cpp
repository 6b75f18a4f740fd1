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

void askToSave(QWidget *parent, const QString &title, const QString &suffix, const QString &filter,
               const QString &suggestion, Prompts::Path then)
{
    auto *made = dialog(parent, title, QFileDialog::AnyFile);
    made->setAcceptMode(QFileDialog::AcceptSave);
    made->setDefaultSuffix(suffix);
    made->setNameFilters({filter});
    made->selectFile(suggestion);
    show(made, parent, first(std::move(then)));
}

} // namespace

void DialogPrompts::askFilesToImport(QWidget *parent, Paths then)
{
    auto *made = dialog(parent, tr("Import files"), QFileDialog::ExistingFiles);
    made->setNameFilters({tr("Documents and archives (*.pdf *.zip *.tar *.tar.gz *.tgz *.tar.xz *.eml *.mbox *.msg "
                             "*.txt *.csv *.md *.html *.htm)"),
                          tr("All files (*)")});
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
    askToSave(parent, tr("Export to a CSV file"), QStringLiteral("csv"), tr("CSV files (*.csv)"), suggestion,
              std::move(then));
}

void DialogPrompts::askSheetFile(QWidget *parent, const QString &suggestion, Path then)
{
    askToSave(parent, tr("Save as PDF for paper, or as a picture: a name ending in .pdf, .png or .svg"),
              QStringLiteral("pdf"), tr("PDF and pictures (*.pdf *.png *.svg)"), suggestion, std::move(then));
}

void DialogPrompts::askPictureFile(QWidget *parent, const QString &suggestion, Path then)
{
    askToSave(parent, tr("Save a picture: a name ending in .png or .svg"), QStringLiteral("png"),
              tr("Pictures (*.png *.svg)"), suggestion, std::move(then));
}

void DialogPrompts::askLearnedFile(QWidget *parent, const QString &suggestion, Path then)
{
    askToSave(parent, tr("Take out what the annotation model learned"), QStringLiteral("learned"),
              tr("What was learned (*.learned)"), suggestion, std::move(then));
}

void DialogPrompts::askLearnedToTakeOver(QWidget *parent, Path then)
{
    auto *made = dialog(parent, tr("Take over what another case has learned"), QFileDialog::ExistingFile);
    made->setNameFilters({tr("What was learned (*.learned)"), tr("All files (*)")});
    show(made, parent, first(std::move(then)));
}

void DialogPrompts::askBackupFile(QWidget *parent, const QString &suggestion, Path then)
{
    askToSave(parent, tr("Back the case up into a file"), QStringLiteral("tar"), tr("Backups (*.tar)"), suggestion,
              std::move(then));
}

} // namespace ui
