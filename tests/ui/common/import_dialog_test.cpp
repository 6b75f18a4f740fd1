// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/import_dialog.h"

#include "tests/support/catch.h"
#include "tests/support/waiting.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileSystemModel>
#include <QLabel>
#include <QLineEdit>
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
    QLineEdit *line() { return dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit")); }
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
    CHECK(button->text() == QStringLiteral("&Import these 3"));
    button->click();
    REQUIRE(taken.size() == 1);
    QStringList paths = taken.front().front().toStringList();
    paths.sort();
    CHECK(paths == QStringList{path("agreement.pdf"), path("bundle.zip"), path("letters")});
    CHECK_FALSE(dialog.isVisible());
}

TEST_CASE_METHOD(Fixture, "a folder is imported whole where it is chosen, or by the button that says so")
{
    choose({QStringLiteral("letters")});
    CHECK(button->text() == QStringLiteral("&Import the chosen folder"));
    QSignalSpy taken(&dialog, &QFileDialog::filesSelected);
    button->click();
    REQUIRE(taken.size() == 1);
    CHECK(taken.front().front().toStringList() == QStringList{path("letters")});
    dialog.show();
    dialog.findChild<QPushButton *>(QStringLiteral("importFolder"))->click();
    REQUIRE(taken.size() == 2);
    CHECK(taken.back().front().toStringList() == QStringList{folder.path()});
}

TEST_CASE_METHOD(Fixture, "Enter imports nothing, wherever the keyboard is, until something is chosen")
{
    QSignalSpy taken(&dialog, &QFileDialog::filesSelected);
    QSignalSpy left(&dialog, &QDialog::finished);
    CHECK_FALSE(button->isEnabled());
    for (QWidget *one : dialog.findChildren<QWidget *>()) {
        const auto *push = qobject_cast<QPushButton *>(one);
        const bool leaves = push && !push->objectName().startsWith(QStringLiteral("import"));
        if (leaves || !one->isVisible() || !one->isEnabled() || !(one->focusPolicy() & Qt::TabFocus))
            continue;
        INFO(one->objectName().toStdString());
        list()->selectionModel()->clear();
        line()->clear();
        dialog.setDirectory(folder.path());
        one->setFocus();
        QTest::keyClick(one, Qt::Key_Return);
        CHECK(taken.isEmpty());
        CHECK(left.isEmpty());
    }
}

TEST_CASE_METHOD(Fixture, "a typed path counts as chosen where something is there")
{
    line()->setText(path("letters"));
    CHECK(button->text() == QStringLiteral("&Import the chosen folder"));
    CHECK(dialog.chosen() == QStringList{path("letters")});
    line()->setText(path("nothing.pdf"));
    CHECK_FALSE(button->isEnabled());
    line()->setText(path("bundle.zip"));
    QSignalSpy taken(&dialog, &QFileDialog::filesSelected);
    QTest::keyClick(line(), Qt::Key_Return);
    REQUIRE(taken.size() == 1);
    CHECK(taken.front().front().toStringList() == QStringList{path("bundle.zip")});
}

TEST_CASE_METHOD(Fixture, "what is typed is imported by Enter, whether a file, a folder or several of them")
{
    const auto imports = [this](const QString &typed) {
        QSignalSpy taken(&dialog, &QFileDialog::filesSelected);
        dialog.show();
        line()->setFocus();
        line()->clear();
        QTest::keyClicks(line(), typed);
        QTest::keyClick(line(), Qt::Key_Return);
        return taken.isEmpty() ? QStringList() : taken.front().front().toStringList();
    };
    CHECK(imports(path("letters")) == QStringList{path("letters")});
    CHECK(imports(QStringLiteral("letters")) == QStringList{path("letters")});
    CHECK(imports(path("agreement.pdf")) == QStringList{path("agreement.pdf")});
    CHECK(imports(QStringLiteral("\"%1\" \"%2\"").arg(path("letters"), path("bundle.zip"))) ==
          QStringList{path("letters"), path("bundle.zip")});
    const auto *hint = dialog.findChild<QLabel *>(QStringLiteral("importHint"));
    CHECK(hint->text().contains(QStringLiteral("press Enter")));
    CHECK(imports(QStringLiteral("nothing.pdf")).isEmpty());
    CHECK(hint->text().contains(path("nothing.pdf")));
    CHECK(dialog.isVisible());
}

TEST_CASE_METHOD(Fixture, "there is one button for what is chosen, and the hint has the width of the dialog")
{
    choose({QStringLiteral("letters")});
    CHECK(button->isVisible());
    CHECK_FALSE(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Open)->isVisible());
    const auto *hint = dialog.findChild<QLabel *>(QStringLiteral("importHint"));
    CHECK(hint->width() > dialog.width() * 9 / 10);
}

TEST_CASE_METHOD(Fixture, "no button imports where one of the typed paths leads nowhere")
{
    line()->setText(QStringLiteral("\"%1\" \"%2\"").arg(path("letters"), path("nothing.pdf")));
    CHECK_FALSE(button->isEnabled());
    line()->setText(QStringLiteral("\"%1\" \"%2\"").arg(path("letters"), path("agreement.pdf")));
    CHECK(button->isEnabled());
}

TEST_CASE_METHOD(Fixture, "a folder that was entered is not chosen any more, and neither is what it lay in")
{
    QSignalSpy taken(&dialog, &QFileDialog::filesSelected);
    choose({QStringLiteral("letters")});
    REQUIRE(button->isEnabled());
    list()->setCurrentIndex(list()->selectionModel()->selectedIndexes().front());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Return);
    REQUIRE(eventually([&] { return dialog.directory().absolutePath() == path("letters"); }));
    CHECK_FALSE(button->isEnabled());
    CHECK(dialog.chosen().isEmpty());
    // The way back up, and home, would import far more than was meant.
    for (const QString &above : {QStringLiteral(".."), folder.path(), QDir::rootPath(), QDir::homePath()}) {
        INFO(above.toStdString());
        dialog.setDirectory(path("letters"));
        line()->setFocus();
        QTest::keyClicks(line(), above);
        CHECK_FALSE(button->isEnabled());
        QTest::keyClick(line(), Qt::Key_Return);
        CHECK(QFileInfo(above == QStringLiteral("..") ? folder.path() : above) == QFileInfo(dialog.directory().path()));
        CHECK(line()->text().isEmpty());
        CHECK_FALSE(button->isEnabled());
    }
    CHECK(taken.isEmpty());
}
