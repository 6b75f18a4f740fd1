// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_place.h"

#include "model/session/inquiry.h"
#include "tests/ui/matrix/open_matrix.h"
#include "tests/ui/stopped_writing.h"

#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

using namespace model;
using namespace model::session;

TEST_CASE("once the verdict is chosen or left the arrows go through the matrix again")
{
    OpenMatrix open;
    open.place->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(open.place.get()));
    open.table().setFocus();
    open.table().setCurrentIndex(open.cellOf(larkspur, readMail));
    REQUIRE(eventually([&] { return open.title().text().startsWith(larkspur); }));
    auto *verdict = open.place->findChild<QComboBox *>(QStringLiteral("verdict"));
    const auto openList = [&] {
        QTest::keyClick(&open.table(), Qt::Key_V);
        REQUIRE(eventually([&] { return verdict->view()->isVisible(); }));
    };
    openList();
    QTest::keyClick(verdict->view(), Qt::Key_Escape);
    CHECK(open.place->focusWidget() == &open.table());
    CHECK(open.opened.session().undoName().contains(QStringLiteral("link")));

    openList();
    QTest::keyClick(verdict->view(), Qt::Key_Down);
    QTest::keyClick(verdict->view(), Qt::Key_Return);
    CHECK(open.place->focusWidget() == &open.table());
    CHECK(verdict->currentIndex() == static_cast<int>(Verdict::Alleged));
    REQUIRE(eventually([&] { return open.opened.session().undoName().contains(QStringLiteral("alleged")); }));
    CHECK(open.place->focusWidget() == &open.table());

    // Who came to the box by Tab stays there.
    verdict->setFocus();
    verdict->showPopup();
    QTest::keyClick(verdict->view(), Qt::Key_Escape);
    CHECK(open.place->focusWidget() == verdict);
}

TEST_CASE("a verdict and a period that could not be written are not shown as if they were")
{
    OpenMatrix open;
    open.table().setCurrentIndex(open.cellOf(larkspur, readMail));
    REQUIRE(eventually([&] { return open.title().text().startsWith(larkspur); }));
    stopWriting(open.opened.session());
    auto *verdict = open.place->findChild<QComboBox *>(QStringLiteral("verdict"));
    verdict->setFocus();
    QTest::keyClick(verdict, Qt::Key_Down);
    CHECK(verdict->currentIndex() == static_cast<int>(Verdict::Alleged));
    CHECK(eventually([&] { return verdict->currentIndex() == static_cast<int>(Verdict::Open); }));
    auto *from = open.place->findChild<QLineEdit *>(QStringLiteral("periodFrom"));
    QTest::keyClicks(from, QStringLiteral("2013"));
    QTest::keyClick(from, Qt::Key_Return);
    CHECK(from->text() == QStringLiteral("2013"));
    CHECK(eventually([&] { return from->text().isEmpty(); }));
}

TEST_CASE("N and P go from finding to finding, a number gives the verdict, and D types when it began and ended")
{
    OpenMatrix open;
    open.table().setCurrentIndex(open.cellOf(larkspur, readMail));
    open.press(Qt::Key_N); // the last: round to the first
    const QModelIndex first = open.table().currentIndex();
    CHECK(first.row() == 0);
    open.press(Qt::Key_P);
    CHECK(open.table().currentIndex() == open.cellOf(larkspur, readMail));

    QSignalSpy changed(&open.opened.session(), &CaseSession::changed);
    open.press(Qt::Key_3);
    open.press(Qt::Key_D);
    auto *from = open.place->findChild<QLineEdit *>(QStringLiteral("periodFrom"));
    auto *to = open.place->findChild<QLineEdit *>(QStringLiteral("periodTo"));
    CHECK(open.place->focusWidget() == from);
    REQUIRE(eventually([&] { return open.opened.session().undoName().contains(QStringLiteral("confirmed")); }));
    QTest::keyClicks(from, QStringLiteral("2013-05"));
    QTest::keyClick(from, Qt::Key_Return);
    CHECK(open.place->focusWidget() == to);
    QTest::keyClicks(to, QStringLiteral("later"));
    QTest::keyClick(to, Qt::Key_Return);
    CHECK(open.place->focusWidget() == to); // no date
    to->selectAll();
    QTest::keyClicks(to, QStringLiteral("2015"));
    QTest::keyClick(to, Qt::Key_Return);
    CHECK(open.place->focusWidget() == &open.table());
    // The verdict, the beginning, the end.
    REQUIRE(eventually([&] { return changed.size() == 3; }));
    Inquiry inquiry;
    std::optional<Conclusion> conclusion;
    inquiry.ask<Conclusion>(
        open.opened.session(), [&](const CaseFile &file) { return file.conclusion(open.finding); },
        [&](const Result<Conclusion> &answer) { conclusion = *answer; });
    REQUIRE(eventually([&] { return conclusion.has_value(); }));
    CHECK(conclusion->verdict == Verdict::Confirmed);
    CHECK(conclusion->period.toString() == QStringLiteral("2013-05–2015"));
}

TEST_CASE("a number on an empty cell gives no verdict and says what to choose")
{
    OpenMatrix open;
    QSignalSpy advice(open.place.get(), &ui::matrix::MatrixPlace::advice);
    open.table().setCurrentIndex(open.cellOf(larkspur, deleteMail));
    open.press(Qt::Key_3);
    CHECK(advice.size() == 1);
}

TEST_CASE("A concludes what the evidence of a cell says and goes on, and the panel says so before")
{
    OpenMatrix open;
    open.choose(larkspur, readMail);
    const auto *proposed = open.place->findChild<QToolButton *>(QStringLiteral("proposedConclusion"));
    REQUIRE(eventually([&] { return proposed->isVisible(); }));
    CHECK(proposed->text().contains(QStringLiteral("alleged")));
    open.press(Qt::Key_A);
    CHECK(open.table().currentIndex() != open.cellOf(larkspur, readMail));
    REQUIRE(eventually([&] { return open.opened.session().undoName().contains(QStringLiteral("alleged")); }));
    open.choose(larkspur, readMail);
    REQUIRE(eventually([&] {
        return open.opened.session().undoName().contains(QStringLiteral("alleged")) && !proposed->isVisible();
    }));
}

TEST_CASE("where the evidence adds nothing to what is concluded, that is said, with the finding it is about")
{
    OpenMatrix open;
    QSignalSpy advice(open.place.get(), &ui::matrix::MatrixPlace::advice);
    open.choose(larkspur, readMail);
    open.press(Qt::Key_A);
    open.table().setCurrentIndex(open.cellOf(larkspur, readMail));
    open.press(Qt::Key_A, Qt::ShiftModifier);
    REQUIRE(eventually([&] { return !advice.isEmpty(); }));
    CHECK(advice.size() == 1);
    CHECK(advice.front().front().toString().startsWith(QStringLiteral("Larkspur × read · mail: ")));
    CHECK(advice.front().front().toString().contains(QStringLiteral("changes nothing")));
}

TEST_CASE("a number gives its verdict to every chosen cell with evidence, in one step of undo")
{
    OpenMatrix open;
    open.table().setCurrentIndex(open.cellOf(larkspur, readMail));
    open.table().selectAll();
    open.press(Qt::Key_4);
    Inquiry inquiry;
    std::vector<MatrixCell> cells;
    const auto isDisputed = [](const MatrixCell &cell) { return cell.conclusion.verdict == Verdict::Disputed; };
    REQUIRE(eventually([&] {
        if (!inquiry.isWaiting()) {
            inquiry.ask<Matrix>(
                open.opened.session(), [](const CaseFile &file) { return file.matrix(); },
                [&](const Result<Matrix> &answer) { cells = answer->cells; });
        }
        return cells.size() > 1 && std::all_of(cells.begin(), cells.end(), isDisputed);
    }));
}

TEST_CASE("= gives a finding the period of the nearest one before it in its row that has one")
{
    OpenMatrix open;
    const QString deletePosts = QStringLiteral("delete · posts");
    const bool postsFirst = open.cellOf(cedar, deletePosts).column() < open.cellOf(cedar, deleteMail).column();
    const QString &first = postsFirst ? deletePosts : deleteMail;
    const QString &second = postsFirst ? deleteMail : deletePosts;
    QSignalSpy failed(&open.opened.session(), &CaseSession::failed);
    open.choose(cedar, second);
    open.press(Qt::Key_Equal);
    REQUIRE(eventually([&] { return failed.size() == 1; }));
    open.choose(cedar, first);
    open.press(Qt::Key_D);
    auto *from = open.place->findChild<QLineEdit *>(QStringLiteral("periodFrom"));
    auto *to = open.place->findChild<QLineEdit *>(QStringLiteral("periodTo"));
    QTest::keyClicks(from, QStringLiteral("5/13-2015"));
    QTest::keyClick(from, Qt::Key_Return);
    open.choose(cedar, second);
    REQUIRE(from->text().isEmpty());
    open.press(Qt::Key_Equal);
    REQUIRE(eventually([&] { return from->text() == QStringLiteral("2013-05"); }));
    CHECK(to->text() == QStringLiteral("2015"));
    CHECK(open.opened.session().undoName().contains(QStringLiteral("period")));
}

TEST_CASE("a whole period is typed into the line of its beginning, as short as it can be written")
{
    OpenMatrix open;
    open.choose(larkspur, readMail);
    open.press(Qt::Key_D);
    auto *from = open.place->findChild<QLineEdit *>(QStringLiteral("periodFrom"));
    CHECK(open.place->focusWidget() == from);
    QTest::keyClicks(from, QStringLiteral("5/13-2015"));
    QTest::keyClick(from, Qt::Key_Return);
    CHECK(open.place->focusWidget() == &open.table());
    CHECK(from->text() == QStringLiteral("2013-05"));
    CHECK(open.place->findChild<QLineEdit *>(QStringLiteral("periodTo"))->text() == QStringLiteral("2015"));

    QSignalSpy problems(open.place.get(), &ui::matrix::MatrixPlace::problem);
    open.press(Qt::Key_D);
    QTest::keyClicks(from, QStringLiteral("2015-2013"));
    QTest::keyClick(from, Qt::Key_Return);
    REQUIRE_FALSE(problems.isEmpty());
    CHECK(problems.front().front().toString().contains(QStringLiteral("ends before it begins")));
}
