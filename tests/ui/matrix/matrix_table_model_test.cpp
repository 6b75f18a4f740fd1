// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_table_model.h"

#include "tests/support/catch.h"

#include <QAbstractItemModelTester>

using namespace ui::matrix;
using namespace model;

namespace {

MatrixContents sample()
{
    Matrix matrix;
    matrix.partners = {{SubjectId::create(), SubjectKind::Partner, QStringLiteral("Harebell"), {}, {}},
                       {SubjectId::create(), SubjectKind::Partner, QStringLiteral("Larkspur"), {}, {}}};
    matrix.permissions = {{SubjectId::create(), SubjectKind::Permission, QStringLiteral("everything"), {}, {}},
                          {SubjectId::create(), SubjectKind::Permission, QStringLiteral("delete · messages"), {}, {}},
                          {SubjectId::create(), SubjectKind::Permission, QStringLiteral("read · messages"), {}, {}}};
    MatrixCell cell;
    cell.partner = 1;
    cell.permission = 2;
    cell.conclusion.verdict = Verdict::Confirmed;
    cell.passages = {3, 1, 0, 0, 0};
    cell.documents = 2;
    matrix.cells = {cell};
    return {matrix, {}, {}};
}

} // namespace

TEST_CASE("the matrix shows partners down, permissions across, and a cell as a sentence")
{
    MatrixTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setMatrix(arranged(sample(), {}, {}));
    CHECK(model.rowCount() == 2);
    CHECK(model.columnCount() == 3);
    CHECK(model.headerData(1, Qt::Vertical, Qt::DisplayRole).toString() == QStringLiteral("Larkspur"));
    CHECK(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString() == QStringLiteral("read"));
    CHECK(model.headerData(0, Qt::Horizontal, Qt::ToolTipRole).toString() == QStringLiteral("everything"));
    CHECK(model.sentence(model.index(1, 2)) ==
          QStringLiteral("Larkspur × read · messages: confirmed, 3 supports, 1 denies, in 2 documents"));
    CHECK(model.sentence(model.index(0, 0)) == QStringLiteral("Harebell × everything: nothing linked"));
    CHECK(model.cell(model.index(0, 0)) == nullptr);
    CHECK(model.indexOf(*model.finding(model.index(1, 1))) == model.index(1, 1));
}

TEST_CASE("each name comes with its total, for the eye and for a screen reader")
{
    MatrixTableModel model;
    model.setMatrix(arranged(sample(), {}, {}));
    CHECK(model.totalText(Qt::Vertical, 1) == QStringLiteral("1 · 4"));
    CHECK(model.totalText(Qt::Horizontal, 0) == QStringLiteral("0 · 0"));
    CHECK(model.headerData(1, Qt::Vertical, Qt::AccessibleTextRole).toString() ==
          QStringLiteral("Larkspur: 1 finding with 4 passages"));
    CHECK(model.headerData(2, Qt::Horizontal, Qt::AccessibleTextRole).toString() ==
          QStringLiteral("read · messages: 1 finding with 4 passages"));
}

TEST_CASE("a folded kind of data is one column that says how many permissions it holds")
{
    MatrixTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    MatrixContents contents = sample();
    MatrixCell second = contents.matrix.cells[0];
    second.permission = 1;
    second.conclusion.verdict = Verdict::Disputed;
    contents.matrix.cells.insert(contents.matrix.cells.begin(), second);
    MatrixLayout layout;
    layout.folded = {QStringLiteral("messages")};
    model.setMatrix(arranged(contents, {}, layout));
    REQUIRE(model.columnCount() == 2);
    CHECK(model.isFolded(model.index(0, 1)));
    CHECK(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString() == QStringLiteral("2 permissions"));
    CHECK(model.sentence(model.index(1, 1)) ==
          QStringLiteral("Larkspur × messages (2 permissions): 2 findings, 6 supports, 2 denies"));
    CHECK(model.indexOf({contents.matrix.partners[1].id, contents.matrix.permissions[2].id}) == model.index(1, 1));
}

TEST_CASE("new counts in a matrix of the same shape keep the reporter's place")
{
    MatrixTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    MatrixContents contents = sample();
    model.setMatrix(arranged(contents, {}, {}));
    int resets = 0;
    int changes = 0;
    QObject::connect(&model, &QAbstractItemModel::modelReset, &model, [&] { ++resets; });
    QObject::connect(&model, &QAbstractItemModel::dataChanged, &model, [&] { ++changes; });
    contents.matrix.cells[0].passages[0] = 4;
    model.setMatrix(arranged(contents, {}, {}));
    CHECK(resets == 0);
    CHECK(changes == 1);
    contents.matrix.partners.pop_back();
    contents.matrix.cells.clear();
    model.setMatrix(arranged(contents, {}, {}));
    CHECK(resets == 1);
    CHECK(model.rowCount() == 1);
}

TEST_CASE("what is suggested stands beside what is decided, and a cell without a decision says so")
{
    MatrixContents contents = sample();
    MatrixCell bare;
    bare.partner = 0;
    bare.permission = 0;
    contents.matrix.cells.insert(contents.matrix.cells.begin(), bare);
    contents.suggested = {2, 2};
    MatrixTableModel model;
    model.setMatrix(arranged(contents, {}, {}));
    CHECK(model.sentence(model.index(0, 0)) == QStringLiteral("Harebell × everything: nothing decided, 2 suggested"));
    CHECK(model.sentence(model.index(1, 2)).endsWith(QStringLiteral("in 2 documents, 2 suggested")));
    CHECK(model.headerData(0, Qt::Vertical, Qt::AccessibleTextRole).toString() ==
          QStringLiteral("Harebell: 0 findings with 0 passages; 2 suggested"));
}

TEST_CASE("the heading of a group of partners says how many they are and what they have together")
{
    MatrixTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    MatrixContents contents = sample();
    std::swap(contents.matrix.partners[0], contents.matrix.partners[1]);
    contents.matrix.cells[0].partner = 0;
    contents.matrix.partners[0].group = QStringLiteral("Banks");
    model.setMatrix(arranged(contents, {}, {}));
    REQUIRE(model.rowCount() == 4);
    CHECK(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString() == QStringLiteral("Banks (1 partner)"));
    CHECK(model.headerData(2, Qt::Vertical, Qt::DisplayRole).toString() == QStringLiteral("No group (1 partner)"));
    CHECK(model.sentence(model.index(0, 2)) == QStringLiteral("group Banks (1 partner): 1 finding with 4 passages"));
    CHECK_FALSE(model.finding(model.index(0, 2)));
    CHECK(model.indexOf(*model.finding(model.index(1, 2))) == model.index(1, 2));

    MatrixLayout layout;
    layout.foldedGroups = {QStringLiteral("banks")};
    model.setMatrix(arranged(contents, {}, layout));
    REQUIRE(model.rowCount() == 3);
    CHECK(model.isFolded(model.index(0, 2)));
    CHECK(model.headerData(0, Qt::Vertical, Qt::AccessibleTextRole).toString() ==
          QStringLiteral("folded group Banks (1 partner): 1 finding with 4 passages"));
    CHECK(model.sentence(model.index(0, 2)) ==
          QStringLiteral("Banks (1 partner) × read · messages: confirmed, 3 supports, 1 denies, in 2 documents"));
}
