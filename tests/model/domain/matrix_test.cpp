// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/matrix.h"
#include "tests/support/catch.h"

using namespace model;

namespace {

Matrix sample()
{
    const auto subject = [](SubjectKind kind, const char *name, const char *alias = "") {
        QStringList aliases;
        if (*alias)
            aliases << QString::fromUtf8(alias);
        return Subject{SubjectId::create(), kind, QString::fromUtf8(name), aliases, std::nullopt};
    };
    Matrix matrix;
    matrix.partners = {subject(SubjectKind::Partner, "Alder Bank", "AB"), subject(SubjectKind::Partner, "Birch Films"),
                       subject(SubjectKind::Partner, "Cedar Cars")};
    matrix.permissions = {subject(SubjectKind::Permission, "read · messages"),
                          subject(SubjectKind::Permission, "receive · friends")};
    MatrixCell first{0, 0, {Verdict::Confirmed, {}}, {}, 1};
    first.passages[static_cast<size_t>(Stance::Supports)] = 2;
    MatrixCell second{1, 1, {}, {}, 1};
    second.passages[static_cast<size_t>(Stance::Denies)] = 1;
    matrix.cells = {first, second};
    return matrix;
}

} // namespace

TEST_CASE("an empty filter keeps even what has no finding")
{
    const Matrix matrix = sample();
    CHECK((filtered(matrix, {}) == matrix));
}

TEST_CASE("a filter keeps the cells that pass and the names they need")
{
    Matrix matrix = sample();
    matrix.partners[0].group = QStringLiteral("Banks of old");
    MatrixFilter filter;
    SECTION("by text in an alias")
    {
        filter.text = QStringLiteral("ab");
    }
    SECTION("by text in the group of the partner")
    {
        filter.text = QStringLiteral("BANKS of");
    }
    SECTION("by partner")
    {
        filter.partner = QStringLiteral("alder");
    }
    SECTION("by permission")
    {
        filter.permission = QStringLiteral("MESSAGES");
    }
    SECTION("by verdict")
    {
        filter.verdicts = {Verdict::Confirmed};
    }
    SECTION("by stance")
    {
        filter.stances = {Stance::Supports, Stance::Ended};
    }
    const Matrix result = filtered(matrix, filter);
    REQUIRE(result.cells.size() == 1);
    CHECK(result.partners.size() == 1);
    CHECK(result.permissions.size() == 1);
    CHECK(result.partners[0].name == QStringLiteral("Alder Bank"));
    REQUIRE(cellAt(result, 0, 0));
    CHECK(cellAt(result, 0, 0)->passageCount() == 2);
    CHECK(cellAt(result, 0, 1) == nullptr);
}
