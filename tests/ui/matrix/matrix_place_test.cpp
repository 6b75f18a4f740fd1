// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_place.h"

#include "model/session/inquiry.h"
#include "model/session/remembered.h"
#include "tests/ui/matrix/open_matrix.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>

using namespace model;
using namespace model::session;

TEST_CASE("G folds the kind of data of the chosen cell into one column, and Enter or G unfolds it again")
{
    OpenMatrix open;
    open.place->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(open.place.get()));
    open.table().setFocus();
    open.choose(larkspur, readMail);
    REQUIRE(open.table().model()->columnCount() == 3);
    open.press(Qt::Key_G);
    CHECK(open.table().model()->columnCount() == 2);
    CHECK(open.table().currentIndex().data(Qt::AccessibleTextRole).toString() ==
          QStringLiteral("Larkspur × mail (2 permissions): open, 1 supports, in 1 document"));
    auto *said = open.place->findChild<QLabel *>(QStringLiteral("findingHint"));
    CHECK(said->text().contains(deleteMail));
    // The finding that was chosen still is.
    open.press(Qt::Key_Return);
    CHECK(open.table().model()->columnCount() == 3);
    CHECK(open.table().currentIndex() == open.cellOf(larkspur, readMail));

    open.press(Qt::Key_G, Qt::ShiftModifier);
    CHECK(open.table().model()->columnCount() == 2);
    open.press(Qt::Key_G, Qt::ShiftModifier);
    CHECK(open.table().model()->columnCount() == 3);
    // A kind of one permission has nothing to fold.
    open.choose(cedar, QStringLiteral("delete · posts"));
    open.press(Qt::Key_G);
    CHECK(open.table().model()->columnCount() == 3);
}

TEST_CASE("a click on a kind of data above the matrix folds it")
{
    OpenMatrix open;
    QHeaderView &header = *open.table().horizontalHeader();
    const int column = open.cellOf(larkspur, readMail).column();
    const QPoint over(header.sectionViewportPosition(column) + header.sectionSize(column) / 2, 8);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, over);
    CHECK(open.table().model()->columnCount() == 2);
    // Below it the column is chosen, as in any table.
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, {over.x(), header.height() - 8});
    CHECK(open.table().model()->columnCount() == 2);
    CHECK(open.table().selectionModel()->selectedIndexes().size() == 2);
}

TEST_CASE("by keyboard the partners are sorted by what the reporter wants, and the arrows go through the matrix again")
{
    OpenMatrix open;
    open.place->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(open.place.get()));
    open.table().setFocus();
    open.choose(larkspur, readMail);
    CHECK(open.rows() == QStringList({cedar, larkspur}));
    open.press(Qt::Key_S, Qt::ShiftModifier);
    CHECK(open.rows() == QStringList({larkspur, cedar}));
    CHECK(open.table().currentIndex() == open.cellOf(larkspur, readMail));
    auto *order = open.place->findChild<QComboBox *>(QStringLiteral("matrixOrder"));
    CHECK(order->currentText() == QStringLiteral("Most in read · mail first"));

    open.press(Qt::Key_S);
    REQUIRE(eventually([&] { return order->view()->isVisible(); }));
    QTest::keyClick(order->view(), Qt::Key_Home);
    QTest::keyClick(order->view(), Qt::Key_Down);
    QTest::keyClick(order->view(), Qt::Key_Return);
    CHECK(order->currentText() == QStringLiteral("Most findings first"));
    CHECK(open.rows() == QStringList({cedar, larkspur}));
    CHECK(open.place->focusWidget() == &open.table());
}

TEST_CASE("the head of a column sorts the partners by it, with the mouse and with the keyboard, and again by name")
{
    OpenMatrix open;
    const int column = open.cellOf(larkspur, readMail).column();
    QHeaderView &heads = *open.table().horizontalHeader();
    const QPoint head(heads.sectionViewportPosition(column) + heads.sectionSize(column) / 2, heads.height() - 6);
    REQUIRE(open.rows() == QStringList({cedar, larkspur}));
    QTest::mouseClick(heads.viewport(), Qt::LeftButton, {}, head);
    CHECK(open.rows() == QStringList({larkspur, cedar}));
    QTest::mouseClick(heads.viewport(), Qt::LeftButton, {}, head);
    CHECK(open.rows() == QStringList({cedar, larkspur}));
    // To choose several columns is not to sort.
    QTest::mouseClick(heads.viewport(), Qt::LeftButton, Qt::ControlModifier, head);
    CHECK(open.rows() == QStringList({cedar, larkspur}));

    QSignalSpy opens(open.place.get(), &ui::matrix::MatrixPlace::passageChosen);
    open.choose(cedar, deleteMail);
    open.table().setCurrentIndex(open.cellOf(cedar, readMail));
    open.press(Qt::Key_Up);
    open.press(Qt::Key_Return);
    CHECK(open.rows() == QStringList({larkspur, cedar}));
    open.press(Qt::Key_Return);
    CHECK(open.rows() == QStringList({cedar, larkspur}));
    open.press(Qt::Key_Return);
    CHECK(opens.isEmpty());
    open.press(Qt::Key_Down);
    CHECK(open.table().currentIndex() == open.cellOf(larkspur, readMail));
    open.press(Qt::Key_Return);
    CHECK(eventually([&] { return opens.size() == 1; }));
}

TEST_CASE("partners and permissions without a finding can be hidden")
{
    OpenMatrix open;
    CaseSession &session = open.opened.session();
    session.decide([](const CaseFile &file) -> Result<journal::Decision> {
        static_cast<void>(file);
        return journal::Decision{
            {journal::AddSubject{SubjectId::create(), SubjectKind::Partner, QStringLiteral("Aster")}}};
    });
    REQUIRE(eventually([&] { return open.table().model()->rowCount() == 3; }));
    open.press(Qt::Key_E);
    CHECK(open.rows() == QStringList({cedar, larkspur}));
    open.press(Qt::Key_E);
    CHECK(open.table().model()->rowCount() == 3);
}

TEST_CASE("the matrix comes back as it was left: sorted, folded, filtered, hidden and heated")
{
    OpenMatrix open;
    open.choose(larkspur, readMail);
    open.press(Qt::Key_S, Qt::ShiftModifier);
    open.press(Qt::Key_G);
    open.press(Qt::Key_T);
    open.press(Qt::Key_E);
    open.place->findChild<QComboBox *>(QStringLiteral("matrixFilterStance"))->setCurrentIndex(1);
    open.place.reset();
    // It is written behind.
    Inquiry inquiry;
    QString kept;
    REQUIRE(eventually([&] {
        if (!inquiry.isWaiting())
            inquiry.ask<QString>(
                open.opened.session(), [](const CaseFile &file) { return remembered(file, QStringLiteral("matrix")); },
                [&](Result<QString> answer) { kept = must(std::move(answer)); });
        return kept.contains(QStringLiteral("\"heat\":true"));
    }));

    ui::matrix::MatrixPlace again(open.opened.session());
    again.resize(900, 600);
    again.show();
    auto *table = again.findChild<QTableView *>(QStringLiteral("matrixTable"));
    REQUIRE(eventually([&] { return table->model()->rowCount() == 1; }));
    CHECK(table->model()->headerData(0, Qt::Vertical).toString() == larkspur);
    CHECK(again.findChild<QComboBox *>(QStringLiteral("matrixFilterStance"))->currentIndex() == 1);
    CHECK(again.findChild<QComboBox *>(QStringLiteral("matrixOrder"))->currentIndex() == 3);
    CHECK(again.findChild<QCheckBox *>(QStringLiteral("matrixHeat"))->isChecked());
    CHECK(again.findChild<QCheckBox *>(QStringLiteral("matrixHideEmpty"))->isChecked());
    again.findChild<QComboBox *>(QStringLiteral("matrixFilterStance"))->setCurrentIndex(0);
    CHECK(table->model()->columnCount() == 2);

    // A finding that is gone to from a page is shown, whatever was left hidden or folded.
    again.chooseFinding(open.finding);
    REQUIRE(eventually([&] { return table->currentIndex().isValid() && table->model()->columnCount() == 3; }));
    CHECK(table->model()->headerData(table->currentIndex().column(), Qt::Horizontal, Qt::ToolTipRole).toString() ==
          readMail);
}
