// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_place.h"

#include "model/session/gestures.h"
#include "model/session/inquiry.h"
#include "model/session/remembered.h"
#include "model/session/suggestions.h"
#include "tests/support/scripted_proposer.h"
#include "tests/ui/opened_case.h"
#include "tests/ui/stopped_writing.h"
#include "ui/matrix/blank_list.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QTableView>
#include <QToolButton>

using namespace model;
using namespace model::session;

namespace {

/// The matrix of two partners and two permissions with evidence in one cell.
class OpenMatrix {
public:
    OpenMatrix()
    {
        memo = opened.temporary.addDocument(QStringLiteral("memo.pdf"),
                                            {QStringLiteral("Larkspur reads mail. Cedar deletes posts.")});
        CaseFile &file = opened.temporary.file();
        evidence = tag(QStringLiteral("Larkspur reads mail."));
        must(file.decide(must(linkEvidence(
            file, {evidence.id, {QStringLiteral("Larkspur")}, {QStringLiteral("read · mail")}, Stance::Supports}))));
        finding = must(file.evidence()).front().finding;
        must(file.decide(must(linkEvidence(file, {tag(QStringLiteral("Cedar deletes posts.")).id,
                                                  {QStringLiteral("Cedar")},
                                                  {QStringLiteral("delete · posts"), QStringLiteral("delete · mail")},
                                                  Stance::Denies}))));
        place = std::make_unique<ui::matrix::MatrixPlace>(opened.open());
        place->resize(900, 600);
        place->show();
        place->focusTable();
        REQUIRE(eventually([&] { return table().isVisible() && list().model()->rowCount() == 1; }));
    }
    Tag tag(const QString &words)
    {
        CaseFile &file = opened.temporary.file();
        const auto decision = must(tagPassage(file, {opened.temporary.passage(memo, 0, words), TagKind::Evidence, {}}));
        must(file.decide(decision));
        return std::get<journal::AddTag>(decision.changes.back()).tag;
    }
    QModelIndex cellOf(const QString &partner, const QString &permission) const
    {
        const QAbstractItemModel &model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                if (model.headerData(row, Qt::Vertical).toString() == partner &&
                    model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString() == permission)
                    return model.index(row, column);
            }
        }
        return {};
    }
    /// The partners from top to bottom.
    QStringList rows() const
    {
        QStringList names;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            names += table().model()->headerData(row, Qt::Vertical).toString();
        return names;
    }
    void choose(const QString &partner, const QString &permission) const
    {
        table().setCurrentIndex(cellOf(partner, permission));
        REQUIRE(eventually([&] { return title().text() == partner + QStringLiteral(" × ") + permission; }));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(&table(), key, modifiers); }
    QTableView &table() const { return *place->findChild<QTableView *>(QStringLiteral("matrixTable")); }
    QListView &list() const { return *place->findChild<QListView *>(QStringLiteral("evidenceList")); }
    QLabel &title() const { return *place->findChild<QLabel *>(QStringLiteral("findingTitle")); }

    OpenedCase opened;
    Sha256 memo = Sha256::of({});
    Tag evidence{TagId::create(), TagKind::Evidence, Passage{memo, 0, 0, 0, 0, {}, {}, {}}, std::nullopt};
    FindingKey finding{SubjectId::create(), SubjectId::create()}; ///< Larkspur reads mail
    std::unique_ptr<ui::matrix::MatrixPlace> place;
};

const QString larkspur = QStringLiteral("Larkspur");
const QString cedar = QStringLiteral("Cedar");
const QString readMail = QStringLiteral("read · mail");
const QString deleteMail = QStringLiteral("delete · mail");

} // namespace

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

TEST_CASE("where a name has no word to look for, the pages that name both do not pass for all there are")
{
    ui::matrix::BlankList list;
    const auto *text = list.findChild<QLabel *>(QStringLiteral("blankText"));
    list.showBlank({0, 0, {}, {}});
    CHECK(text->text() == QStringLiteral("No page that was taken in names both."));
    list.showBlank({0, 0, {}, {QStringLiteral("***")}});
    CHECK(text->text().contains(QStringLiteral("“***” has no word")));
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
    QSignalSpy changed(&open.opened.session(), &CaseSession::changed);
    open.press(Qt::Key_4);
    REQUIRE(eventually([&] { return changed.size() == 1; }));
    Inquiry inquiry;
    std::optional<Matrix> matrix;
    inquiry.ask<Matrix>(
        open.opened.session(), [](const CaseFile &file) { return file.matrix(); },
        [&](const Result<Matrix> &answer) { matrix = *answer; });
    REQUIRE(eventually([&] { return matrix.has_value(); }));
    REQUIRE(matrix->cells.size() > 1);
    for (const MatrixCell &cell : matrix->cells)
        CHECK(cell.conclusion.verdict == Verdict::Disputed);
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
