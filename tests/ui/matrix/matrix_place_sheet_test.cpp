// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_place.h"

#include "model/session/gestures.h"
#include "model/session/suggestions.h"
#include "tests/support/scripted_proposer.h"
#include "tests/ui/matrix/open_matrix.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>

using namespace model;
using namespace model::session;

TEST_CASE("cells chosen with Shift and the arrows are copied for a spreadsheet, with the names beside and above them")
{
    OpenMatrix open;
    open.place->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(open.place.get()));
    open.table().setFocus();
    open.choose(cedar, deleteMail);
    open.press(Qt::Key_Right, Qt::ShiftModifier);
    open.press(Qt::Key_Down, Qt::ShiftModifier);
    CHECK(open.table().selectionModel()->selectedIndexes().size() == 4);
    QSignalSpy said(open.place.get(), &ui::matrix::MatrixPlace::advice);
    open.press(Qt::Key_C, Qt::ControlModifier);
    const QMimeData &copied = *QGuiApplication::clipboard()->mimeData();
    CHECK(copied.text() == QStringLiteral("partner\tdelete · mail\tread · mail\n"
                                          "Cedar\topen; 1 denies; 1 document\t\n"
                                          "Larkspur\t\topen; 1 supports; 1 document\n"));
    CHECK(copied.html().startsWith(QStringLiteral("<table>")));
    REQUIRE(said.size() == 1);
    CHECK(said[0][0].toString().startsWith(QStringLiteral("4 cells")));
    open.press(Qt::Key_A, Qt::ControlModifier);
    open.press(Qt::Key_C, Qt::ControlModifier);
    CHECK(said[1][0].toString().startsWith(QStringLiteral("6 cells")));
}

TEST_CASE("the matrix is pictured as it stands, with what is left out said in words")
{
    OpenMatrix open;
    std::vector<ui::matrix::MatrixSheet> sheets;
    QObject::connect(open.place.get(), &ui::matrix::MatrixPlace::sheetWanted, open.place.get(),
                     [&](const ui::matrix::MatrixSheet &sheet) { sheets.push_back(sheet); });
    open.choose(larkspur, readMail);
    open.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(sheets.size() == 1);
    CHECK(sheets[0].texts().title == open.opened.session().name());
    CHECK(sheets[0].whole().endRow == 2);
    CHECK(sheets[0].whole().endColumn == 3);
    CHECK_FALSE(sheets[0].texts().subtitle.contains(QStringLiteral("filter")));

    open.press(Qt::Key_G);
    open.press(Qt::Key_E);
    open.place->findChild<QLineEdit *>(QStringLiteral("matrixFilterText"))->setText(larkspur);
    open.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(sheets.size() == 2);
    CHECK(sheets[1].whole().endRow == 1);
    CHECK(sheets[1].whole().endColumn == 1);
    CHECK(sheets[1].texts().subtitle.contains(QStringLiteral("filter: “Larkspur”.")));
    CHECK(sheets[1].texts().subtitle.contains(QStringLiteral("left out")));
}

TEST_CASE("a picture has what is suggested as it is shown, and says so, or leaves it out where that is wanted")
{
    OpenedCase opened;
    opened.temporary.addDocument(
        QStringLiteral("memo.pdf"),
        {QStringLiteral("Alder Bank could read messages. Birch Media could write posts. Cedar reads mail.")});
    CaseFile &file = opened.temporary.file();
    must(suggestEverywhere(file, must(suggestingFor(file, scriptedProposer()))));
    const auto tagged = must(tagPassage(
        file, {opened.temporary.passage(must(file.documents()).front().sha256, 0, QStringLiteral("Cedar reads mail.")),
               TagKind::Evidence,
               {}}));
    must(file.decide(tagged));
    must(file.decide(must(linkEvidence(
        file, {std::get<journal::AddTag>(tagged.changes.back()).tag.id, {cedar}, {readMail}, Stance::Supports}))));
    opened.options.proposer = [] { return scriptedProposer(); };
    ui::matrix::MatrixPlace place(opened.open());
    place.resize(900, 600);
    place.show();
    auto *table = place.findChild<QTableView *>(QStringLiteral("matrixTable"));
    REQUIRE(eventually([&] { return table->model()->rowCount() == 1; }));
    place.findChild<QCheckBox *>(QStringLiteral("matrixSuggested"))->click();
    REQUIRE(eventually([&] { return table->model()->rowCount() == 3; }));
    std::vector<ui::matrix::MatrixSheet> sheets;
    QObject::connect(&place, &ui::matrix::MatrixPlace::sheetWanted, &place,
                     [&](const ui::matrix::MatrixSheet &sheet) { sheets.push_back(sheet); });
    const auto act = [&place](const char *name) {
        for (QAction *action : place.viewActions()) {
            if (action->objectName() == QLatin1String(name))
                action->trigger();
        }
    };
    act("saveMatrix");
    REQUIRE(sheets.size() == 1);
    CHECK(sheets[0].whole().endRow == 3);
    CHECK(sheets[0].texts().subtitle.contains(QStringLiteral("Hollow cells are suggestions")));
    act("saveDecidedMatrix");
    REQUIRE(eventually([&] { return sheets.size() == 2; }));
    CHECK(sheets[1].whole().endRow == 1);
    CHECK(sheets[1].whole().endColumn == 1);
    CHECK(sheets[1].texts().subtitle.contains(QStringLiteral("What is only suggested is left out.")));
    CHECK(table->model()->rowCount() == 3);
}
