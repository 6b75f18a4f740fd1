// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_place.h"

#include "model/session/inquiry.h"
#include "model/session/suggestions.h"
#include "tests/support/scripted_proposer.h"
#include "tests/ui/matrix/open_matrix.h"
#include "ui/matrix/blank_list.h"

#include <QCheckBox>
#include <QLineEdit>

using namespace model;
using namespace model::session;

TEST_CASE("Enter on a cell opens the page at its first passage, also before its evidence has arrived")
{
    OpenMatrix open;
    std::vector<Passage> chosen;
    QObject::connect(open.place.get(), &ui::matrix::MatrixPlace::passageChosen, open.place.get(),
                     [&](const Passage &passage) { chosen.push_back(passage); });
    open.table().setCurrentIndex(open.cellOf(larkspur, readMail));
    QTest::keyClick(&open.table(), Qt::Key_Return);
    REQUIRE(eventually([&] { return chosen.size() == 1; }));
    CHECK(chosen[0] == open.evidence.passage);
}

TEST_CASE("Enter on an empty cell opens no passage, and nothing is said about an empty place")
{
    OpenMatrix open;
    QSignalSpy chosen(open.place.get(), &ui::matrix::MatrixPlace::passageChosen);
    open.table().setCurrentIndex(open.cellOf(cedar, readMail));
    QTest::keyClick(&open.table(), Qt::Key_Return);
    REQUIRE(eventually([&] { return open.title().text().startsWith(cedar) && open.list().isHidden(); }));
    CHECK(chosen.isEmpty());
    CHECK(open.table().hasFocus() == open.table().isActiveWindow());

    QTest::mouseClick(open.table().viewport(), Qt::LeftButton, {},
                      open.table().viewport()->rect().bottomRight() - QPoint(4, 4));
    CHECK(open.title().isHidden());
    CHECK_FALSE(open.table().currentIndex().isValid());
}

TEST_CASE("an empty cell says which pages name both its partner and its permission, and Enter opens them")
{
    OpenMatrix open;
    open.place->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(open.place.get()));
    open.table().setFocus();
    std::vector<SearchHit> opened;
    QObject::connect(open.place.get(), &ui::matrix::MatrixPlace::hitChosen, open.place.get(),
                     [&](const SearchHit &hit) { opened.push_back(hit); });
    open.choose(cedar, readMail);
    open.press(Qt::Key_Return); // also before it has been looked for
    REQUIRE(eventually([&] { return opened.size() == 1; }));
    CHECK(opened[0].document == open.memo);
    auto *text = open.place->findChild<QLabel *>(QStringLiteral("blankText"));
    CHECK(text->text() == QStringLiteral("1 page names both; 1 not seen yet."));
    auto *list = open.place->findChild<QListView *>(QStringLiteral("blankList"));
    REQUIRE(list->model()->rowCount() == 1);
    CHECK(list->model()->index(0, 0).data().toString() == QStringLiteral("memo.pdf, p. 1 (not seen yet)"));
    open.press(Qt::Key_Tab);
    CHECK(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Return);
    CHECK(opened.size() == 2);

    // A finding with evidence is no blank.
    open.table().setFocus();
    open.choose(larkspur, readMail);
    CHECK_FALSE(list->isVisible());
    CHECK_FALSE(text->isVisible());
}

TEST_CASE("Tab goes from the cell to its evidence, and Enter there opens the passage")
{
    OpenMatrix open;
    open.place->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(open.place.get()));
    open.table().setFocus();
    open.table().setCurrentIndex(open.cellOf(larkspur, readMail));
    REQUIRE(eventually([&] { return open.title().text().startsWith(larkspur); }));
    QTest::keyClick(&open.table(), Qt::Key_Tab);
    CHECK(open.list().hasFocus());
    QSignalSpy chosen(open.place.get(), &ui::matrix::MatrixPlace::passageChosen);
    QTest::keyClick(&open.list(), Qt::Key_Return);
    CHECK(chosen.size() == 1);
}

TEST_CASE("suggested findings are shown when they are asked for, and Enter opens the page at one of them")
{
    OpenedCase opened;
    const Sha256 memo = opened.temporary.addDocument(
        QStringLiteral("memo.pdf"), {QStringLiteral("Alder Bank could read messages. Birch Media could write posts.")});
    CaseFile &file = opened.temporary.file();
    must(suggestEverywhere(file, must(suggestingFor(file, scriptedProposer()))));
    opened.options.proposer = [] { return scriptedProposer(); };
    ui::matrix::MatrixPlace place(opened.open());
    place.resize(900, 600);
    place.show();
    auto *table = place.findChild<QTableView *>(QStringLiteral("matrixTable"));
    auto *hint = place.findChild<QLabel *>(QStringLiteral("matrixHint"));
    REQUIRE(eventually([&] { return hint->text().startsWith(QStringLiteral("The matrix fills")); }));
    CHECK(table->model()->rowCount() == 0);

    auto *toggle = place.findChild<QCheckBox *>(QStringLiteral("matrixSuggested"));
    toggle->click();
    REQUIRE(eventually([&] { return table->model()->rowCount() == 2; }));
    CHECK(table->model()->headerData(0, Qt::Vertical, Qt::DisplayRole).toString() == QStringLiteral("Alder Bank"));
    std::vector<Passage> opens;
    QObject::connect(&place, &ui::matrix::MatrixPlace::passageChosen, &place,
                     [&](const Passage &passage) { opens.push_back(passage); });
    QSignalSpy problems(&place, &ui::matrix::MatrixPlace::problem);
    const QModelIndex first = table->model()->index(0, 0);
    const QString all = first.data(Qt::AccessibleTextRole).toString();
    const int filled = all.contains(QStringLiteral("1 suggested")) ? 0 : 1;
    table->setCurrentIndex(first.siblingAtColumn(filled));
    QTest::keyClick(table, Qt::Key_Return);
    REQUIRE(eventually([&] { return opens.size() == 1; }));
    CHECK(opens.front().document == memo);

    // A cell in which nothing is even suggested, of a partner that the case does not know.
    table->setCurrentIndex(first.siblingAtColumn(1 - filled));
    auto *said = place.findChild<QLabel *>(QStringLiteral("findingHint"));
    REQUIRE(said);
    REQUIRE(eventually([&] { return said->text().contains(QStringLiteral("nothing linked")); }));
    CHECK(problems.isEmpty());

    // One that the timeline shows is found here, and no filter is given up for it.
    auto *filter = place.findChild<QLineEdit *>(QStringLiteral("matrixFilterText"));
    REQUIRE(filter);
    filter->setText(QStringLiteral("Alder"));
    REQUIRE(eventually([&] { return table->model()->rowCount() == 1; }));
    model::session::Inquiry inquiry;
    std::optional<SuggestedMatrix> read;
    inquiry.ask<SuggestedMatrix>(
        opened.session(), [](const CaseFile &asked) { return suggestedMatrix(asked); },
        [&](Result<SuggestedMatrix> answer) { read = *std::move(answer); });
    REQUIRE(eventually([&] { return read.has_value(); }));
    const MatrixCell &alder = read->matrix.cells.front();
    place.chooseFinding({read->matrix.partners[static_cast<size_t>(alder.partner)].id,
                         read->matrix.permissions[static_cast<size_t>(alder.permission)].id});
    CHECK(filter->text() == QStringLiteral("Alder"));
    CHECK(table->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("1 suggested")));
    filter->clear();

    toggle->click();
    REQUIRE(eventually([&] { return table->model()->rowCount() == 0; }));
}

TEST_CASE("where a name has no word to look for, the pages that name both do not pass for all there are")
{
    ui::matrix::BlankList list;
    const auto *text = list.findChild<QLabel *>(QStringLiteral("blankText"));
    list.showBlank({0, 0, {}, {}});
    CHECK(text->text() == QStringLiteral("No page that was taken in names both."));
    list.showBlank({0, 0, {}, {QStringLiteral("***")}});
    CHECK(text->text().contains(QStringLiteral("“***” has no word")));
}
