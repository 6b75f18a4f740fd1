// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/import_dialog.h"

#include "tests/support/catch.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QFileSystemModel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using ui::ImportDialog;

namespace {

class Fixture {
public:
    Fixture()
    {
        REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("letters")));
        for (const char *name : {"agreement.pdf", "bundle.zip"}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            REQUIRE(file.open(QIODevice::WriteOnly));
        }
        dialog.setDirectory(folder.path());
        dialog.show();
        REQUIRE(eventually([&] { return list()->model()->rowCount(list()->rootIndex()) == 3; }));
    }
    QListView *list() { return dialog.findChild<QListView *>(QStringLiteral("listView")); }
    void choose(const QStringList &names)
    {
        list()->selectionModel()->clearSelection();
        const QModelIndex root = list()->rootIndex();
        for (int row = 0; row < list()->model()->rowCount(root); ++row) {
            const QModelIndex index = list()->model()->index(row, 0, root);
            if (names.contains(index.data().toString()))
                list()->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir folder;
    ImportDialog dialog{nullptr};
    QPushButton *button = dialog.findChild<QPushButton *>(QStringLiteral("importChosen"));
};

} // namespace

TEST_CASE_METHOD(Fixture, "files, folders and archives are imported together, as they are chosen")
{
    QSignalSpy taken(&dialog, &QFileDialog::filesSelected);
    choose({QStringLiteral("letters"), QStringLiteral("agreement.pdf"), QStringLiteral("bundle.zip")});
    CHECK(button->text() == QStringLiteral("Import these 3"));
    button->click();
    REQUIRE(taken.size() == 1);
    QStringList paths = taken.front().front().toStringList();
    paths.sort();
    CHECK(paths == QStringList{path("agreement.pdf"), path("bundle.zip"), path("letters")});
    CHECK_FALSE(dialog.isVisible());
}

TEST_CASE_METHOD(Fixture, "a folder alone is imported whole, and so is the one in view where nothing is chosen")
{
    CHECK(button->text() == QStringLiteral("Import this whole folder"));
    CHECK(dialog.chosen() == QStringList{folder.path()});
    choose({QStringLiteral("letters")});
    CHECK(button->text() == QStringLiteral("Import the chosen folder"));
    QSignalSpy taken(&dialog, &QFileDialog::filesSelected);
    button->click();
    REQUIRE(taken.size() == 1);
    CHECK(taken.front().front().toStringList() == QStringList{path("letters")});
}
