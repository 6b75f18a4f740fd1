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
