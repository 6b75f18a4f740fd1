// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdf_builder.h"
#include "tests/ui/driven_window.h"
#include "ui/case_frame.h"
#include "ui/common/problem_bar.h"

#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QPushButton>
#include <QTreeWidget>

namespace {

QList<QByteArray> linesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeLast();
    return lines;
}

} // namespace

TEST_CASE("from a bundle of PDFs to the CSV, by keyboard, in the real window")
{
    DrivenWindow driven;
    driven.prompts.folder = driven.folder.path();

    // A new case.
    QTest::mouseClick(driven.find<QPushButton>("newCaseBrowse"), Qt::LeftButton);
    driven.type("newCaseName", QStringLiteral("Doors"));
    driven.type("newCaseHolders", QStringLiteral("Fernbank"));
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.window.frame() != nullptr; }));
    CHECK(driven.window.windowTitle().startsWith(QStringLiteral("Doors")));

    // A bundle, with a file that is no document.
    driven.prompts.files = {driven.put("memo.pdf", pdfOfLines({"Larkspur could read messages", "until 2015"})),
                            driven.put("broken.pdf", "%PDF-1.4 and nothing else")};
    driven.act("importFiles");
    const QAbstractItemModel &tree = *driven.list("documentTree").model();
    REQUIRE(eventually([&] {
        return driven.window.frame()->problemBar().sentence().contains(QStringLiteral("could not be read")) &&
               tree.rowCount(tree.index(0, 0)) == 2;
    }));

    // What could not be read says why in the place of its pages.
    for (const int row : {1, 0}) {
        driven.list("documentTree").setCurrentIndex(tree.index(row, 0, tree.index(0, 0)));
        driven.list("documentTree").setFocus();
        driven.press(Qt::Key_Return);
        if (driven.list("documentTree").currentIndex().data().toString().contains(QStringLiteral("broken")))
            REQUIRE(eventually([&] { return driven.find<QPushButton>("retryDocument")->isVisible(); }));
        else
            REQUIRE(eventually([&] { return driven.pages().source() && driven.pages().source()->layout(0); }));
        if (driven.pages().source() && driven.pages().source()->layout(0))
            break;
    }

    // A partner, a permission and evidence, by keyboard alone.
    driven.pages().setFocus();
    auto &tags = *driven.find<QTreeWidget>("pageTagsList");
    driven.press(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    driven.press(Qt::Key_1);
    REQUIRE(driven.find<QLineEdit>("nameFieldLine")->isVisible());
    CHECK(driven.find<QLineEdit>("nameFieldLine")->text() == QStringLiteral("Larkspur"));
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return tags.topLevelItemCount() == 1; }));
    driven.press(Qt::Key_Right, Qt::ControlModifier);
    driven.press(Qt::Key_End, Qt::ShiftModifier);
    driven.press(Qt::Key_2);
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return tags.topLevelItemCount() == 2; }));
    driven.press(Qt::Key_Home);
    driven.press(Qt::Key_End, Qt::ShiftModifier);
    driven.press(Qt::Key_3);
    REQUIRE(eventually([&] { return tags.topLevelItemCount() == 3; }));

    // Linked in two keystrokes more.
    driven.press(Qt::Key_L);
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] {
        return tags.topLevelItem(0)->childCount() + tags.topLevelItem(1)->childCount() +
                   tags.topLevelItem(2)->childCount() ==
               3; // the link below the evidence; below the partner and the permission the cell that they feed
    }));
    CHECK(driven.find<QAction>("undo")->text().contains(QStringLiteral("Larkspur")));

    // Undo and redo, by the decision's name.
    driven.act("undo");
    REQUIRE(eventually([&] { return driven.find<QAction>("redo")->text().contains(QStringLiteral("Larkspur")); }));
    driven.act("redo");
    REQUIRE(eventually([&] { return !driven.find<QAction>("redo")->text().contains(QStringLiteral("Larkspur")); }));

    // The matrix, the verdict, and from the cell back to the words.
    driven.act("viewMatrix");
    const QAbstractItemModel &matrix = *driven.list("matrixTable").model();
    REQUIRE(eventually([&] { return matrix.rowCount() == 1 && driven.list("evidenceList").model()->rowCount() == 1; }));
    auto *verdict = driven.find<QComboBox>("verdict");
    verdict->setFocus();
    driven.press(Qt::Key_Down);
    driven.press(Qt::Key_Down);
    REQUIRE(eventually([&] { return driven.find<QAction>("undo")->text().contains(QStringLiteral("confirmed")); }));
    driven.list("matrixTable").setFocus();
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.window.frame()->place() == ui::CaseFrame::Place::Read; }));
    REQUIRE(
        eventually([&] { return tags.currentItem() && tags.currentItem()->text(0).contains(QStringLiteral("“")); }));
    driven.press(Qt::Key_Escape); // the caret
    driven.press(Qt::Key_Escape); // the frame around the passage and the tag with it
    CHECK_FALSE(tags.currentItem());
    driven.press(Qt::Key_Escape);
    CHECK(driven.window.frame()->place() == ui::CaseFrame::Place::Matrix);

    // Search.
    driven.act("search");
    driven.type("searchBox", QStringLiteral("mess*"));
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.list("hitList").model()->rowCount() == 1; }));

    // The CSV.
    driven.prompts.csvFile = driven.path("evidence.csv");
    driven.act("exportCsv");
    driven.find<QComboBox>("exportLayout")->setCurrentIndex(2);
    QTest::mouseClick(driven.find<QPushButton>("exportChoose"), Qt::LeftButton);
    REQUIRE(eventually([&] {
        return QFile::exists(driven.prompts.csvFile) && driven.window.frame()->problemBar().sentence().contains(
                                                            QStringLiteral("1 evidence passage was written"));
    }));
    const QList<QByteArray> lines = linesOf(driven.prompts.csvFile);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "partner,permission,stance,verdict,period_from,period_to,quote,title,file,page,page_label,sha256,"
                      "reviewer,decided_at,bates\r");
    const QByteArray sha =
        model::Sha256::of(pdfOfLines({"Larkspur could read messages", "until 2015"})).toHex().toUtf8();
    CHECK(lines[1].startsWith("Larkspur,read · messages,supports,confirmed,,,Larkspur could read messages,"));
    CHECK(lines[1].contains(",memo.pdf,1,"));
    CHECK(lines[1].contains(sha));
    CHECK(driven.prompts.lastSuggestion == QStringLiteral("Doors-evidence.csv"));

    driven.window.close();
    CHECK(driven.window.frame() == nullptr);
    CHECK(driven.preferences.recentCases().size() == 1);
}

TEST_CASE("a case that cannot be opened is a sentence on the start page")
{
    DrivenWindow driven;
    driven.window.openCase(driven.path("nothing.carveout"));
    auto *bar = driven.find<ui::ProblemBar>("problemBar");
    REQUIRE(eventually([&] { return !bar->sentence().isEmpty(); }));
    CHECK(driven.window.frame() == nullptr);
}
