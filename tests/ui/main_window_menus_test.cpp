// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"
#include "ui/matrix/matrix_place.h"
#include "ui/review/read_place.h"
#include "ui/timeline/timeline_place.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QRegularExpression>
#include <QTextBrowser>

namespace {

QList<QMenu *> allMenus(const ui::MainWindow &window)
{
    QList<QMenu *> menus;
    QList<QAction *> waiting = window.menuBar()->actions();
    while (!waiting.isEmpty()) {
        if (QMenu *menu = waiting.takeFirst()->menu()) {
            menus += menu;
            waiting += menu->actions();
        }
    }
    return menus;
}

} // namespace

TEST_CASE("no menu is longer than can be looked through, and every command is in one")
{
    ReadingWindow driven;
    QSet<QAction *> offered;
    for (const QMenu *menu : allMenus(driven.window)) {
        int entries = 0;
        for (QAction *action : menu->actions()) {
            offered += action;
            entries += action->isSeparator() ? 0 : 1;
        }
        INFO(menu->title().toStdString());
        CHECK(entries <= 12);
        CHECK(entries > 0);
    }
    ui::CaseFrame &frame = *driven.window.frame();
    for (QAction *action : frame.readPlace().viewActions() + frame.readPlace().tagActions() +
                               frame.readPlace().suggestionActions() + frame.matrixPlace().viewActions() +
                               frame.matrixPlace().foldActions() + frame.matrixPlace().findingActions() +
                               frame.timelinePlace().actions()) {
        INFO(action->objectName().toStdString());
        CHECK(offered.contains(action));
    }
}

TEST_CASE("hints, tool tips and the help name the key that the reporter chose")
{
    ReadingWindow driven;
    driven.preferences.setChosenKeys(QStringLiteral("search"), QStringLiteral("Ctrl+Shift+Y"));
    driven.preferences.setChosenKeys(QStringLiteral("caret"), QStringLiteral("Ctrl+Shift+X"));
    driven.preferences.setChosenKeys(QStringLiteral("importFiles"), QString());
    driven.window.createCase(driven.path("Next.carveout"), {});
    REQUIRE(eventually([&] { return driven.window.frame() && driven.window.windowTitle().startsWith(u"Next"); }));
    CHECK(driven.find<QLineEdit>("searchBox")->placeholderText().contains(QStringLiteral("Ctrl+Shift+Y")));
    CHECK(driven.find<QLabel>("pageTagsHint")->text().contains(QStringLiteral("Ctrl+Shift+X")));
    const auto *reason = driven.find<QLabel>("reasonText");
    CHECK(eventually([&] { return reason->text().contains(QStringLiteral("“Import files or folders”")); }));
    driven.act("helpSearch");
    CHECK(driven.find<QTextBrowser>("helpText")->toPlainText().contains(QStringLiteral("Ctrl+Shift+Y")));
    driven.act("helpKeyboard");
    CHECK(driven.find<QTextBrowser>("helpText")->toPlainText().contains(QStringLiteral("caret (Ctrl+Shift+X)")));
    // No name of a command is left where its key belongs.
    for (const QWidget *widget : driven.window.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        INFO(widget->objectName().toStdString());
        CHECK_FALSE(widget->toolTip().contains(u'{'));
        CHECK_FALSE((label && label->text().contains(u'{')));
    }
}

TEST_CASE("folders and files dropped onto the window are imported together")
{
    ReadingWindow driven;
    REQUIRE(QDir(driven.folder.path()).mkpath(QStringLiteral("leak/inner")));
    driven.put("leak/inner/letter.pdf", pdfOfLines({"Elm could read names"}));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(driven.path("leak")),
                  QUrl::fromLocalFile(driven.put("list.pdf", pdfOfLines({"Ash could not"})))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&driven.window, &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&driven.window, &drop);
    const QAbstractItemModel &tree = *driven.list("documentTree").model();
    CHECK(eventually([&] {
        int documents = 0;
        for (int row = 0; row < tree.rowCount(); ++row)
            documents += tree.rowCount(tree.index(row, 0));
        return documents == 4;
    }));
}

TEST_CASE("the export says where it was saved and how much, and offers the fingerprint without showing all of it")
{
    ReadingWindow driven;
    driven.tagFirstWord();
    driven.prompts.csvFile = driven.path("matrix.csv");
    driven.act("exportCsv");
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.said().contains(driven.prompts.csvFile); }));
    CHECK(driven.said().contains(QStringLiteral("1 partner")));
    static const QRegularExpression hash(QStringLiteral("[0-9a-f]{13}"));
    CHECK_FALSE(driven.said().contains(hash));
    auto *copy = driven.find<QAbstractButton>("problemAction");
    REQUIRE(copy->isVisible());
    copy->click();
    CHECK(QApplication::clipboard()->text().size() == 64);
}
