// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_table_model.h"

#include "tests/support/catch.h"

#include <QAbstractItemModelTester>

using namespace ui::matrix;
using namespace model;

namespace {

Matrix sample()
{
    Matrix matrix;
    matrix.partners = {{SubjectId::create(), SubjectKind::Partner, QStringLiteral("Harebell"), {}, {}},
                       {SubjectId::create(), SubjectKind::Partner, QStringLiteral("Larkspur"), {}, {}}};
    matrix.permissions = {{SubjectId::create(), SubjectKind::Permission, QStringLiteral("read · messages"), {}, {}},
                          {SubjectId::create(), SubjectKind::Permission, QStringLiteral("everything"), {}, {}}};
    MatrixCell cell;
    cell.partner = 1;
    cell.permission = 0;
    cell.conclusion.verdict = Verdict::Confirmed;
    cell.passages = {3, 1, 0, 0, 0};
    cell.documents = 2;
    matrix.cells = {cell};
    return matrix;
}

} // namespace

TEST_CASE("the matrix shows partners down, permissions across, and a cell as a sentence")
{
    MatrixTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setMatrix(sample());
    CHECK(model.rowCount() == 2);
    CHECK(model.columnCount() == 2);
    CHECK(model.headerData(1, Qt::Vertical, Qt::DisplayRole).toString() == QStringLiteral("Larkspur"));
    CHECK(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString() == QStringLiteral("messages\nread"));
    CHECK(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString() == QStringLiteral("everything"));
    CHECK(model.sentence(model.index(1, 0)) ==
          QStringLiteral("Larkspur × read · messages: confirmed, 3 supports, 1 denies, in 2 documents"));
    CHECK(model.cell(model.index(0, 0)) == nullptr);
    CHECK(model.indexOf(*model.finding(model.index(1, 1))) == model.index(1, 1));
}

TEST_CASE("new counts in a matrix of the same shape keep the reporter's place")
{
    MatrixTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Matrix matrix = sample();
    model.setMatrix(matrix);
    int resets = 0;
    int changes = 0;
    QObject::connect(&model, &QAbstractItemModel::modelReset, &model, [&] { ++resets; });
    QObject::connect(&model, &QAbstractItemModel::dataChanged, &model, [&] { ++changes; });
    matrix.cells[0].passages[0] = 4;
    model.setMatrix(matrix);
    CHECK(resets == 0);
    CHECK(changes == 1);
    matrix.partners.pop_back();
    matrix.cells.clear();
    model.setMatrix(matrix);
    CHECK(resets == 1);
    CHECK(model.rowCount() == 1);
}

TEST_CASE("what is suggested stands beside what is decided, and a cell without a decision says so")
{
    Matrix matrix = sample();
    MatrixCell bare;
    bare.partner = 0;
    bare.permission = 1;
    matrix.cells.insert(matrix.cells.begin(), bare);
    SuggestedCells suggested;
    session::SuggestedCell two;
    two.passages = {1, 0, 0, 1, 0};
    suggested[{matrix.partners[0].id, matrix.permissions[1].id}] = two;
    suggested[{matrix.partners[1].id, matrix.permissions[0].id}] = two;
    MatrixTableModel model;
    model.setMatrix(matrix, suggested);
    CHECK(model.isOnlySuggested(model.index(0, 1)));
    CHECK_FALSE(model.isOnlySuggested(model.index(1, 0)));
    CHECK(model.suggested(model.index(1, 0))->passageCount() == 2);
    CHECK(model.suggested(model.index(0, 0)) == nullptr);
    CHECK(model.sentence(model.index(0, 1)) == QStringLiteral("Harebell × everything: nothing decided, 2 suggested"));
    CHECK(model.sentence(model.index(1, 0)).endsWith(QStringLiteral("in 2 documents, 2 suggested")));
    model.setMatrix(matrix);
    CHECK(model.suggested(model.index(1, 0)) == nullptr);
}
