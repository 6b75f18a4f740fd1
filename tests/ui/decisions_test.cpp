// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"
#include "ui/decisions/decision_table_model.h"
#include "ui/decisions/decisions_page.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

namespace {

class DecidedWindow : public ReadingWindow {
public:
    DecidedWindow()
    {
        tagFirstWord();
        pages().setFocus();
        press(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        press(Qt::Key_3);
        REQUIRE(eventually([&] { return find<QAction>("undo")->text().contains(QStringLiteral("evidence")); }));
        act("goDecisions");
        REQUIRE(eventually([&] { return what(1).startsWith(QStringLiteral("tag")); }));
    }
    QTableView &table() const { return *find<QTableView>("decisionTable"); }
    QString what(int row) const { return table().model()->index(row, 0).data().toString(); }
};

} // namespace

TEST_CASE("the history of decisions is a list, and Enter goes to where one can be seen")
{
    DecidedWindow driven;
    QAbstractItemModelTester tester(driven.table().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(driven.table().hasFocus());
    CHECK(driven.what(0).contains(QStringLiteral("evidence")));
    CHECK(driven.what(1).contains(QStringLiteral("as partner")));
    CHECK(driven.table().model()->index(1, 1).data().toString() == QStringLiteral("memo.pdf, p. 1"));
    CHECK_FALSE(driven.table().model()->index(1, 2).data().toString().isEmpty());
    driven.press(Qt::Key_Down);
    CHECK(driven.find<QLabel>("decisionHint")->text().startsWith(QStringLiteral("“")));
    QSignalSpy words(driven.find<ui::decisions::DecisionsPage>("decisionsPage"),
                     &ui::decisions::DecisionsPage::passageChosen);
    driven.press(Qt::Key_Return);
    CHECK(words.size() == 1);
    CHECK(driven.window.frame()->place() == ui::Place::Read);
    driven.act("goBack");
    CHECK(driven.window.frame()->place() == ui::Place::Decisions);
    driven.press(Qt::Key_Escape);
    CHECK(driven.window.frame()->place() == ui::Place::Read);
}

TEST_CASE("several decisions are taken back at once, after it was said how many")
{
    DecidedWindow driven;
    driven.press(Qt::Key_Down);
    driven.press(Qt::Key_U);
    auto *question = driven.find<QWidget>("takeBackQuestion");
    REQUIRE(question->isVisible());
    CHECK(driven.find<QLabel>("takeBackText")->text().startsWith(QStringLiteral("This takes back 2 decisions")));
    SECTION("Escape leaves them")
    {
        driven.press(Qt::Key_Escape);
        CHECK_FALSE(question->isVisible());
        CHECK(driven.table().hasFocus());
        CHECK(driven.find<QAction>("undo")->text().contains(QStringLiteral("evidence")));
    }
    SECTION("another line is another question")
    {
        driven.table().setFocus();
        driven.press(Qt::Key_Up);
        CHECK_FALSE(question->isVisible());
    }
    SECTION("Enter takes them back, and redo does them again")
    {
        driven.press(Qt::Key_Return);
        CHECK(eventually([&] { return driven.status() == QStringLiteral("2 decisions were taken back."); }));
        CHECK(driven.find<QAction>("undo")->text() == QStringLiteral("&Undo"));
        CHECK(eventually([&] { return driven.what(0).startsWith(QStringLiteral("Undid: tag")); }));
        driven.act("redo");
        CHECK(eventually([&] { return driven.what(0).startsWith(QStringLiteral("Did again: tag")); }));
    }
}
