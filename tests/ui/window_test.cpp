// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdf_builder.h"
#include "tests/ui/reading_window.h"
#include "tests/ui/stopped_writing.h"
#include "ui/case_frame.h"
#include "ui/common/problem_bar.h"
#include "ui/common/status_line.h"
#include "ui/review/read_place.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>

namespace {

/// Two visible widgets of one parent that lie over each other, by name; nothing when there are none.
QString overlapIn(const QWidget &parent)
{
    const QObjectList children = parent.children();
    for (const QObject *one : children) {
        for (const QObject *other : children) {
            const auto *a = qobject_cast<const QWidget *>(one);
            const auto *b = qobject_cast<const QWidget *>(other);
            if (a && b && a < b && a->isVisible() && b->isVisible() && !a->isWindow() && !b->isWindow() &&
                a->geometry().intersects(b->geometry()))
                return QStringLiteral("%1 and %2").arg(a->objectName(), b->objectName());
        }
    }
    return {};
}

} // namespace

TEST_CASE("every place of the window fits into 640 by 400, and no bar overlaps itself")
{
    ReadingWindow driven;
    const auto settledOverlap = [&](const char *name) {
        const QWidget &row = *driven.find<QWidget>(name);
        static_cast<void>(QTest::qWaitFor([&] { return overlapIn(row).isEmpty(); }, 1000));
        return overlapIn(row);
    };
    const auto fits = [&](const char *where) {
        INFO(where);
        driven.window.resize(640, 400);
        CHECK(eventually([&] { return driven.window.size() == QSize(640, 400); }));
        CHECK(driven.window.minimumSizeHint().width() <= 640);
        CHECK(driven.window.minimumSizeHint().height() <= 400);
        CHECK(settledOverlap("pageBar") == QString());
        CHECK(settledOverlap("matrixFilter") == QString());
        CHECK(settledOverlap("matrixLegend") == QString());
    };
    fits("Read");
    driven.act("exportCsv");
    fits("the export");
    driven.act("withdraw");
    REQUIRE(eventually([&] { return driven.find<QWidget>("withdrawPanel")->isVisible(); }));
    fits("the withdrawal");
    driven.act("viewMatrix");
    fits("the matrix");
    driven.act("viewTimeline");
    fits("the timeline");
    driven.act("goRegister");
    fits("the register");
    driven.act("goCase");
    fits("about the case");
    driven.act("closeCase");
    driven.window.resize(640, 400);
    CHECK(driven.window.minimumSizeHint().width() <= 640);
    CHECK(driven.window.minimumSizeHint().height() <= 400);
}

TEST_CASE("the list of documents makes room for the page where it is narrow, and comes back")
{
    ReadingWindow driven;
    auto *left = driven.find<QWidget>("leftTabs");
    driven.window.resize(1200, 700);
    CHECK(eventually([&] { return left->isVisible(); }));
    driven.window.resize(640, 400);
    CHECK(eventually([&] { return !left->isVisible(); }));
    driven.act("showDocuments");
    CHECK(left->isVisible());
    driven.act("showDocuments");
    driven.act("filterDocuments");
    CHECK(left->isVisible());
    driven.window.resize(1200, 700);
    CHECK(eventually([&] { return left->isVisible(); }));
}

TEST_CASE("undo says what it took back and where, and the next act takes the message away")
{
    ReadingWindow driven;
    const QString file = driven.find<QLineEdit>("documentTitle")->text();
    driven.tagFirstWord();
    driven.act("undo");
    REQUIRE(eventually([&] { return driven.status().startsWith(QStringLiteral("Undid: tag")); }));
    CHECK(driven.status().endsWith(QStringLiteral("(%1, p. 1)").arg(file)));
    driven.act("redo");
    REQUIRE(eventually([&] { return driven.status().startsWith(QStringLiteral("Did again: tag")); }));

    // What lies in another document is named, and a button leads there.
    driven.open(1);
    driven.act("undo");
    REQUIRE(eventually([&] { return driven.status().startsWith(QStringLiteral("Undid: tag")); }));
    CHECK(driven.status().contains(file));
    auto *show = driven.find<QAbstractButton>("statusAction");
    REQUIRE(show->isVisible());
    QTest::mouseClick(show, Qt::LeftButton);
    CHECK(eventually([&] { return driven.find<QLineEdit>("documentTitle")->text() == file; }));
    CHECK(driven.status().isEmpty());

    driven.act("redo");
    REQUIRE(eventually([&] { return !driven.status().isEmpty(); }));
    driven.press(Qt::Key_R);
    CHECK(eventually([&] { return driven.status().isEmpty(); }));
}

TEST_CASE("the window's shortcuts hold while a text field has the focus, and undo is the field's first")
{
    ReadingWindow driven;
    driven.tagFirstWord();
    auto *search = driven.find<QLineEdit>("searchBox");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("mess"));
    driven.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(search->text().isEmpty());
    CHECK(driven.find<QAction>("undo")->text().contains(QStringLiteral("tag")));
    driven.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(eventually([&] { return driven.find<QAction>("redo")->text().contains(QStringLiteral("tag")); }));
    driven.press(Qt::Key_E, Qt::ControlModifier);
    CHECK(driven.find<QWidget>("exportPanel")->isVisible());
}

TEST_CASE("an open menu has its letters to itself, also those that are keys of the page")
{
    const auto letter = GENERATE(Qt::Key_V, Qt::Key_N);
    ReadingWindow driven;
    driven.tagFirstWord();
    QSignalSpy stepped(driven.find<QAction>("nextTag"), &QAction::triggered);
    QSignalSpy judged(driven.find<QAction>("setVerdict"), &QAction::triggered);
    driven.press(Qt::Key_C, Qt::AltModifier);
    REQUIRE(eventually([] { return QApplication::activePopupWidget() != nullptr; }));
    QTest::keyClick(QApplication::activePopupWidget(), letter);
    if (letter == Qt::Key_V)
        CHECK(eventually([&] { return driven.said().contains(QStringLiteral("All is well")); }));
    else
        CHECK(eventually([&] { return driven.window.frame() == nullptr; }));
    CHECK(stepped.isEmpty());
    CHECK(judged.isEmpty());
}

TEST_CASE("keys pressed straight after L go to the link, also while the journal is still writing the evidence")
{
    ReadingWindow driven;
    driven.pages().setFocus();
    driven.press(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    const bool taggedBefore = GENERATE(false, true);
    if (taggedBefore)
        driven.press(Qt::Key_3);
    driven.press(Qt::Key_L);
    // Nothing has come back from the journal yet.
    REQUIRE(driven.find<QWidget>("linkPanel")->isVisible());
    QTest::keyClicks(driven.window.focusWidget(), QStringLiteral("Larkspur 2"));
    driven.press(Qt::Key_Return);
    QTest::keyClicks(driven.window.focusWidget(), QStringLiteral("read messages"));
    driven.press(Qt::Key_Return);
    driven.press(Qt::Key_D);
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.find<QAction>("undo")->text().contains(QStringLiteral("link")); }));
    const QAbstractItemModel &tags = *driven.list("pageTagsList").model();
    REQUIRE(eventually([&] { return tags.rowCount() == 1 && tags.rowCount(tags.index(0, 0)) == 1; }));
    CHECK(tags.index(0, 0, tags.index(0, 0)).data().toString().startsWith(QStringLiteral("denies: Larkspur 2")));
}

TEST_CASE("the keys that tag and link say in the status line what they need, on the page and in the list of hits")
{
    ReadingWindow driven;
    driven.pages().setFocus();
    driven.press(Qt::Key_L);
    CHECK(driven.status().contains(QStringLiteral("evidence passage")));
    driven.act("search");
    QTest::keyClicks(driven.window.focusWidget(), QStringLiteral("messages"));
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.window.focusWidget()->objectName() == QStringLiteral("hitList"); }));
    driven.press(Qt::Key_Return);
    driven.press(Qt::Key_3);
    CHECK(driven.status().contains(QStringLiteral("Select some words")));
}

TEST_CASE("the keys of a place hold in the bar above it too, and the first key pressed in a new case has a place to go")
{
    ReadingWindow driven;
    driven.find<QLineEdit>("searchBox")->setFocus();
    driven.press(Qt::Key_F, Qt::ControlModifier);
    CHECK(driven.window.focusWidget()->objectName() == QStringLiteral("findText"));
    driven.find<QLineEdit>("searchBox")->setFocus();
    driven.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(driven.window.focusWidget()->objectName() == QStringLiteral("documentFilter"));
    driven.act("viewMatrix");
    driven.find<QLineEdit>("searchBox")->setFocus();
    driven.press(Qt::Key_F, Qt::ControlModifier);
    CHECK(driven.window.focusWidget()->objectName() == QStringLiteral("matrixFilterText"));

    driven.window.createCase(driven.path("Next.carveout"), {});
    REQUIRE(eventually(
        [&] { return driven.window.frame() && driven.window.windowTitle().startsWith(QStringLiteral("Next")); }));
    CHECK(driven.window.focusWidget()->objectName() == QStringLiteral("documentFilter"));
}

TEST_CASE("Enter in the filter of the documents opens the first of them, and Down goes into their list")
{
    ReadingWindow driven;
    driven.act("filterDocuments");
    driven.type("documentFilter", QStringLiteral("oth"));
    driven.press(Qt::Key_Return);
    CHECK(eventually([&] { return driven.find<QLineEdit>("documentTitle")->text() == QStringLiteral("other.pdf"); }));
    CHECK(eventually([&] { return driven.window.focusWidget() == &driven.pages(); }));
    driven.act("filterDocuments");
    driven.find<QLineEdit>("documentFilter")->clear();
    driven.press(Qt::Key_Down);
    CHECK(driven.list("documentTree").hasFocus());
    CHECK(driven.list("documentTree").currentIndex().data().toString() == QStringLiteral("other.pdf"));
}

TEST_CASE("Enter in the export's strip exports, and the place below has the keyboard again")
{
    ReadingWindow driven;
    driven.prompts.csvFile = driven.path("matrix.csv");
    driven.act("exportCsv");
    driven.press(Qt::Key_Escape);
    CHECK(eventually([&] { return driven.window.focusWidget() == &driven.pages(); }));
    driven.act("exportCsv");
    driven.press(Qt::Key_Return);
    CHECK(eventually(
        [&] { return QFile::exists(driven.prompts.csvFile) && driven.said().contains(QStringLiteral("written")); }));
    CHECK(driven.window.focusWidget() == &driven.pages());
}

TEST_CASE("where there is nothing to undo or to do again, the status line says so")
{
    ReadingWindow driven;
    driven.act("undo");
    CHECK(driven.status() == QStringLiteral("There is nothing to undo."));
    driven.act("redo");
    CHECK(driven.status() == QStringLiteral("There is nothing to do again."));
}

TEST_CASE("the form for the next case is empty once one was made")
{
    ReadingWindow driven;
    driven.find<QLineEdit>("newCaseName")->setText(QStringLiteral("Doors"));
    driven.find<QLineEdit>("newCaseHolders")->setText(QStringLiteral("Fernbank"));
    driven.act("closeCase");
    CHECK(driven.find<QLineEdit>("newCaseName")->text().isEmpty());
    CHECK(driven.find<QLineEdit>("newCaseHolders")->text().isEmpty());
}

TEST_CASE("a case that is being opened is opened once, however often it is asked for")
{
    DrivenWindow driven;
    driven.window.createCase(driven.path("One.carveout"), {});
    driven.window.createCase(driven.path("Two.carveout"), {});
    REQUIRE(eventually([&] { return driven.window.frame() != nullptr; }));
    CHECK(driven.window.windowTitle().startsWith(QStringLiteral("One")));
    CHECK_FALSE(QFile::exists(driven.path("Two.carveout")));
}

TEST_CASE("a right click, or the Menu key, offers what the keys do with what is there")
{
    ReadingWindow driven;
    const auto menu = [] {
        REQUIRE(eventually([] { return QApplication::activePopupWidget() != nullptr; }));
        return QApplication::activePopupWidget();
    };
    const auto choose = [&](const char *name) {
        auto *entry = menu()->findChild<QAction *>(QString::fromLatin1(name));
        INFO(name);
        REQUIRE(entry);
        entry->trigger();
        menu()->close();
    };
    const auto byKey = [&] {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(&driven.pages(), &event);
    };
    byKey();
    CHECK(menu()->findChild<QAction *>(QStringLiteral("menu:nextTag")));
    CHECK_FALSE(menu()->findChild<QAction *>(QStringLiteral("menu:removeTag")));
    menu()->close();

    driven.press(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    byKey();
    choose("menu:copyWords");
    CHECK(QApplication::clipboard()->text().startsWith(QStringLiteral("Larkspur")));
    byKey();
    choose("menu:tagEvidence");
    const QAbstractItemModel &tags = *driven.list("pageTagsList").model();
    REQUIRE(eventually([&] { return tags.rowCount() == 1; }));
    REQUIRE(eventually([&] { return !driven.pages().hasSelection(); }));

    // On the tag's words, and not only while it is chosen.
    driven.pages().setFocus();
    driven.press(Qt::Key_Escape);
    driven.press(Qt::Key_Escape);
    const auto passage = [&] {
        return *model::makePassage(driven.window.frame()->readPlace().documentInView().value(), 0,
                                   driven.pages().source()->layout(0)->text.text, 0, 0,
                                   driven.pages().source()->layout(0)->text.text, 8);
    };
    const QPoint at = driven.pages().placeBelow(passage()) + QPoint(6, -14);
    QContextMenuEvent click(QContextMenuEvent::Mouse, at, driven.pages().viewport()->mapToGlobal(at));
    QApplication::sendEvent(driven.pages().viewport(), &click);
    CHECK(menu()->findChild<QAction *>(QStringLiteral("menu:linkEvidence")));
    CHECK_FALSE(menu()->findChild<QAction *>(QStringLiteral("menu:tagEvidence")));
    choose("menu:removeTag");
    CHECK(eventually([&] { return tags.rowCount() == 0; }));
}

TEST_CASE("nothing else begins while something is under way, and says so")
{
    ReadingWindow driven;
    driven.window.frame()->verify();
    driven.window.frame()->importPaths({driven.path("memo.pdf")});
    CHECK(driven.said() == QStringLiteral("Something else is under way. Try again when it is done."));
    REQUIRE(eventually([&] { return driven.said().contains(QStringLiteral("All is well")); }));
}

TEST_CASE("the window says that the search is being renewed, and when it is complete")
{
    ReadingWindow driven;
    model::session::CaseSession &session = driven.window.frame()->session();
    Q_EMIT session.renewingSearch(1, 3);
    CHECK(driven.status() == QStringLiteral("The search is being renewed: 1 of 3 documents."));
    Q_EMIT session.renewingSearch(3, 3);
    CHECK(driven.status() == QStringLiteral("The search is complete again."));
}

TEST_CASE("what could not be written is not shown as if it were, on the page and in its title")
{
    ReadingWindow driven;
    stopWriting(driven.window.frame()->session());
    auto *read = driven.find<QCheckBox>("pageRead");
    QTest::mouseClick(read, Qt::LeftButton);
    REQUIRE(read->isChecked());
    CHECK(eventually([&] { return !read->isChecked(); }));
    auto *title = driven.find<QLineEdit>("documentTitle");
    const QString before = title->text();
    title->setFocus();
    QTest::keyClicks(title, QStringLiteral("x"));
    driven.press(Qt::Key_Return);
    CHECK(eventually([&] { return title->text() == before; }));
}

TEST_CASE("the case is verified and backed up from its menu")
{
    ReadingWindow driven;
    driven.act("verifyCase");
    REQUIRE(eventually([&] { return driven.said().contains(QStringLiteral("All is well")); }));
    CHECK(driven.said().contains(QStringLiteral("2 originals")));
    driven.prompts.backupFile = driven.path("doors.tar");
    driven.act("backUp");
    REQUIRE(eventually([&] { return driven.said().contains(QStringLiteral("backed up")); }));
    CHECK(QFile::exists(driven.prompts.backupFile));
}

TEST_CASE("a document is withdrawn only with a reason and the tick, and then leaves the view")
{
    ReadingWindow driven;
    const QString title = driven.find<QLineEdit>("documentTitle")->text();
    driven.act("withdraw");
    auto *panel = driven.find<QWidget>("withdrawPanel");
    REQUIRE(eventually([&] { return panel->isVisible(); }));
    CHECK(driven.find<QLabel>("withdrawText")->text().contains(title));
    CHECK(driven.find<QLabel>("withdrawText")->text().contains(QStringLiteral("elsewhere")));
    auto *button = driven.find<QPushButton>("withdrawButton");
    CHECK_FALSE(button->isEnabled());
    driven.type("withdrawReason", QStringLiteral("Names a source."));
    CHECK_FALSE(button->isEnabled());
    driven.find<QCheckBox>("withdrawSure")->setChecked(true);
    REQUIRE(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    REQUIRE(eventually([&] { return driven.said().contains(QStringLiteral("was withdrawn")); }));
    const QAbstractItemModel &tree = *driven.list("documentTree").model();
    REQUIRE(eventually([&] { return tree.rowCount(tree.index(0, 0)) == 1; }));
    CHECK(eventually([&] { return !driven.pages().isVisible(); }));
}

TEST_CASE("the help names the query's words and every shortcut of the menus")
{
    ReadingWindow driven;
    auto *text = driven.find<QTextBrowser>("helpText");
    driven.act("helpSearch");
    CHECK(text->toPlainText().contains(QStringLiteral("NEAR")));
    driven.act("helpTimeline");
    CHECK(text->toPlainText().contains(QStringLiteral("contradiction")));
    driven.act("helpCoverage");
    CHECK(text->toPlainText().contains(QStringLiteral("Ctrl+Shift+N")));
    driven.act("helpKeyboard");
    CHECK(text->toPlainText().contains(QStringLiteral("Ctrl+E")));
    CHECK(text->toPlainText().contains(QStringLiteral("F7")));
    CHECK(text->toPlainText().contains(QStringLiteral("Tag as evidence")));
    driven.act("helpAbout");
    CHECK(text->toPlainText().contains(QStringLiteral("GNU General Public License")));
}

TEST_CASE("Tab leads through the new case and the reading place in the order they are read")
{
    ReadingWindow driven;
    driven.window.resize(1200, 700);
    REQUIRE(eventually([&] { return driven.find<QWidget>("leftTabs")->isVisible(); }));
    driven.find<QLineEdit>("documentFilter")->setFocus();
    QStringList visited;
    for (int i = 0; i < 3; ++i) {
        visited += driven.window.focusWidget()->objectName();
        driven.press(Qt::Key_Tab);
    }
    CHECK(visited == QStringList{QStringLiteral("documentFilter"), QStringLiteral("documentState"),
                                 QStringLiteral("documentTree")});
    driven.act("closeCase");
    driven.find<QLineEdit>("newCaseName")->setFocus();
    visited.clear();
    for (int i = 0; i < 4; ++i) {
        visited += driven.window.focusWidget()->objectName();
        driven.press(Qt::Key_Tab);
        if (i == 0)
            driven.type("newCaseName", QStringLiteral("Doors")); // so that it can be created
        if (i == 0)
            driven.press(Qt::Key_Tab);
    }
    CHECK(visited == QStringList{QStringLiteral("newCaseName"), QStringLiteral("newCaseHolders"),
                                 QStringLiteral("newCaseBrowse"), QStringLiteral("createCase")});
}
