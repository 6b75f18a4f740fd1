// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_view.h"

#include "tests/support/catch.h"

using namespace ui::matrix;
using namespace model;

TEST_CASE("how the matrix was left is kept as text and read again, whatever else stands there")
{
    MatrixView view;
    CHECK((matrixViewFrom(toText(view)) == view));
    view.filter.text = QStringLiteral("lark \"spur\"");
    view.filter.verdicts = {Verdict::Disputed};
    view.filter.stances = {Stance::Ended};
    view.layout.order = RowOrder::Column;
    view.layout.column = SubjectId::create();
    view.layout.hidesEmpty = true;
    view.layout.folded = {QStringLiteral("messages"), QStringLiteral("friends")};
    view.layout.foldedGroups = {QStringLiteral("banks"), QString()};
    view.showsSuggested = true;
    view.showsHeat = true;
    CHECK((matrixViewFrom(toText(view)) == view));
    CHECK((matrixViewFrom(QString()) == MatrixView()));
    CHECK((matrixViewFrom(QStringLiteral("{\"order\":7,\"verdict\":\"maybe\",\"folded\":\"all\"}")) == MatrixView()));
}
