// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_place.h"

#include "tests/ui/matrix/open_matrix.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QToolButton>

using namespace model;

namespace {

/// Larkspur is a bank, Cedar is nothing.
void group(OpenMatrix &open)
{
    open.opened.session().decide({{journal::SetGroup{open.finding.partner, QStringLiteral("Banks")}}});
    REQUIRE(eventually([&] { return open.table().model()->rowCount() == 4; }));
}

const QString banks = QStringLiteral("Banks (1 partner)");
const QString others = QStringLiteral("No group (1 partner)");

} // namespace

TEST_CASE("partners stand below their groups, and R or Enter folds a group into one row and unfolds it")
{
    OpenMatrix open;
    open.place->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(open.place.get()));
    open.table().setFocus();
    open.place->resize(1600, 600); // there is room for the button
    CHECK(open.place->findChild<QToolButton *>(QStringLiteral("matrixFoldGroups"))->isHidden());
    group(open);
    CHECK(open.rows() == QStringList{banks, larkspur, others, cedar});
    CHECK_FALSE(open.place->findChild<QToolButton *>(QStringLiteral("matrixFoldGroups"))->isHidden());

    open.choose(larkspur, readMail);
    open.press(Qt::Key_R);
    CHECK(open.rows() == QStringList{banks, others, cedar});
    CHECK(open.table().currentIndex().data(Qt::AccessibleTextRole).toString() ==
          QStringLiteral("Banks (1 partner) × read · mail: open, 1 supports, in 1 document"));
    auto *said = open.place->findChild<QLabel *>(QStringLiteral("findingHint"));
    CHECK(said->text().contains(larkspur));
    // The finding that was chosen still is.
    open.press(Qt::Key_Return);
    CHECK(open.table().currentIndex() == open.cellOf(larkspur, readMail));

    // The arrows go over the heading; Enter there folds the group, and the heading stays the chosen row.
    open.press(Qt::Key_Up);
    CHECK(open.table().currentIndex().row() == 0);
    CHECK(said->text().startsWith(QStringLiteral("group Banks (1 partner): 1 finding with 1 passage.")));
    CHECK_FALSE(open.place->chosenFinding());
    open.press(Qt::Key_Return);
    CHECK(open.rows() == QStringList{banks, others, cedar});
    CHECK(open.table().currentIndex().row() == 0);

    open.press(Qt::Key_R, Qt::ShiftModifier);
    CHECK(open.rows() == QStringList{banks, others});
    open.press(Qt::Key_R, Qt::ShiftModifier);
    CHECK(open.table().model()->rowCount() == 4);
}

TEST_CASE("a click on the heading of a group folds it, and a finding that is gone to is shown all the same")
{
    OpenMatrix open;
    group(open);
    QHeaderView &header = *open.table().verticalHeader();
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, {20, header.sectionViewportPosition(0) + 8});
    CHECK(open.rows() == QStringList{banks, others, cedar});
    open.place->chooseFinding(open.finding);
    CHECK(eventually([&] { return open.table().currentIndex() == open.cellOf(larkspur, readMail); }));
}

TEST_CASE("what is typed into the filter is looked for in the names of groups too")
{
    OpenMatrix open;
    group(open);
    open.place->findChild<QLineEdit *>(QStringLiteral("matrixFilterText"))->setText(QStringLiteral("bank"));
    CHECK(eventually([&] { return open.rows() == QStringList{banks, larkspur}; }));
}

TEST_CASE("N goes over the headings of groups, a number there gives no verdict, and copies name the group")
{
    OpenMatrix open;
    open.place->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(open.place.get()));
    open.table().setFocus();
    group(open);
    open.table().setCurrentIndex(open.cellOf(banks, readMail));
    QSignalSpy said(open.place.get(), &ui::matrix::MatrixPlace::advice);
    open.press(Qt::Key_1);
    CHECK(said.size() == 1);
    open.press(Qt::Key_N);
    CHECK(open.table().currentIndex() == open.cellOf(larkspur, readMail));
    open.press(Qt::Key_A, Qt::ControlModifier);
    open.press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QGuiApplication::clipboard()->mimeData()->text() ==
          QStringLiteral("partner\tdelete · mail\tread · mail\tdelete · posts\n"
                         "Banks\t\t\t\n"
                         "Larkspur\t\topen; 1 supports; 1 document\t\n"
                         "no group\t\t\t\n"
                         "Cedar\topen; 1 denies; 1 document\t\topen; 1 denies; 1 document\n"));
    CHECK(said.last()[0].toString().startsWith(QStringLiteral("6 cells")));
}
