// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/arranged_matrix.h"
#include "tests/support/catch.h"

using namespace model;

namespace {

const QString messages = QStringLiteral("messages");

Subject subject(SubjectKind kind, const char *name)
{
    return {SubjectId::create(), kind, QString::fromUtf8(name), {}, std::nullopt};
}

MatrixCell cell(int partner, int permission, int supports, int documents, Verdict verdict = Verdict::Open)
{
    return {partner, permission, {verdict, {}}, {supports, 0, 0, 0, 0}, documents};
}

/// Three partners; read and write of messages, and lists of friends. Cedar has nothing.
MatrixContents sample()
{
    MatrixContents contents;
    contents.matrix.partners = {subject(SubjectKind::Partner, "Alder"), subject(SubjectKind::Partner, "Birch"),
                                subject(SubjectKind::Partner, "Cedar")};
    contents.matrix.permissions = {subject(SubjectKind::Permission, "receive · friends"),
                                   subject(SubjectKind::Permission, "read · messages"),
                                   subject(SubjectKind::Permission, "write · Messages")};
    contents.matrix.cells = {cell(0, 0, 1, 1), cell(1, 1, 2, 2, Verdict::Confirmed), cell(1, 2, 3, 2)};
    return contents;
}

QStringList rows(const ArrangedMatrix &matrix)
{
    QStringList names;
    for (const ArrangedRow &row : matrix.rows)
        names += row.isGroup() ? u'=' + row.group : row.partners.front().name;
    return names;
}

QStringList names(std::initializer_list<const char *> list)
{
    QStringList result;
    for (const char *name : list)
        result += QString::fromUtf8(name);
    return result;
}

} // namespace

TEST_CASE("columns of one kind of data stand together, and each row and column has its total")
{
    const MatrixContents contents = sample();
    const ArrangedMatrix matrix = arranged(contents, {}, {});
    REQUIRE(matrix.columns.size() == 3);
    CHECK(matrix.columns[1].data == messages);
    CHECK(matrix.columns[2].data == messages);
    CHECK(matrix.columns[2].action == QStringLiteral("write"));
    CHECK(matrix.groupOf(1) == std::pair(1, 2));
    CHECK(matrix.groupOf(0) == std::pair(0, 0));
    CHECK((matrix.rowTotals == std::vector<MatrixTotal>{{1, 1, 0}, {2, 5, 0}, {0, 0, 0}}));
    CHECK((matrix.columnTotals == std::vector<MatrixTotal>{{1, 1, 0}, {1, 2, 0}, {1, 3, 0}}));
    CHECK((matrix.total == MatrixTotal{3, 6, 0}));
    REQUIRE(matrix.cellAt(1, 2));
    CHECK(matrix.cellAt(1, 2)->sum.documents == 2);
    CHECK(matrix.cellAt(2, 2) == nullptr);
}

TEST_CASE("a folded kind of data is one column with the findings of all its permissions")
{
    MatrixContents contents = sample();
    MatrixLayout layout;
    layout.folded = {messages};
    ArrangedMatrix matrix = arranged(contents, {}, layout);
    REQUIRE(matrix.columns.size() == 2);
    CHECK(matrix.columns[1].isFolded());
    CHECK(matrix.columns[1].permissions.size() == 2);
    CHECK(matrix.columns[1].action.isEmpty());
    CHECK(matrix.columnOf(contents.matrix.permissions[2].id) == 1);
    const ArrangedCell *both = matrix.cellAt(1, 1);
    REQUIRE(both);
    CHECK((both->total == MatrixTotal{2, 5, 0}));
    CHECK(both->sum.passages[0] == 5);
    CHECK_FALSE(both->agrees);
    CHECK(both->sum.conclusion.verdict == Verdict::Open);
    // Two and two documents may be two, three or four.
    CHECK(both->sum.documents == 0);

    contents.joint.ofPartners.insert({contents.matrix.partners[1].id, messages}, 3);
    matrix = arranged(contents, {}, layout);
    CHECK(matrix.cellAt(1, 1)->sum.documents == 3);
    // What is known of all findings is not known of some.
    MatrixFilter filter;
    filter.partner = QStringLiteral("Birch");
    CHECK(arranged(contents, filter, layout).cellAt(0, 0)->sum.documents == 0);
    // A kind with one permission has nothing to fold.
    layout.folded = {QStringLiteral("friends")};
    CHECK((arranged(contents, {}, layout).columns == arranged(contents, {}, {}).columns));
    CHECK((foldableKinds(contents.matrix) == QSet<QString>{messages}));
}

TEST_CASE("of three findings in a folded column, too, documents are not added up")
{
    MatrixContents contents = sample();
    contents.matrix.permissions.push_back(subject(SubjectKind::Permission, "delete · messages"));
    contents.matrix.cells.push_back(cell(1, 3, 1, 3));
    MatrixLayout layout;
    layout.folded = {messages};
    const ArrangedMatrix unknown = arranged(contents, {}, layout);
    REQUIRE(unknown.cellAt(1, 1));
    CHECK(unknown.cellAt(1, 1)->total.findings == 3);
    CHECK(unknown.cellAt(1, 1)->sum.documents == 0);
    contents.joint.ofPartners.insert({contents.matrix.partners[1].id, messages}, 4);
    CHECK(arranged(contents, {}, layout).cellAt(1, 1)->sum.documents == 4);
}

TEST_CASE("rows go by name, findings, evidence or what stands in a column")
{
    MatrixContents contents = sample();
    contents.matrix.cells.push_back(cell(2, 0, 4, 1));
    MatrixLayout layout;
    CHECK(rows(arranged(contents, {}, layout)) == names({"Alder", "Birch", "Cedar"}));
    layout.order = RowOrder::Findings;
    CHECK(rows(arranged(contents, {}, layout)) == names({"Birch", "Alder", "Cedar"}));
    layout.order = RowOrder::Evidence;
    CHECK(rows(arranged(contents, {}, layout)) == names({"Birch", "Cedar", "Alder"}));
    layout.order = RowOrder::Column;
    layout.column = contents.matrix.permissions[0].id;
    const ArrangedMatrix matrix = arranged(contents, {}, layout);
    CHECK(rows(matrix) == names({"Cedar", "Alder", "Birch"}));
    CHECK((matrix.rowTotals == std::vector<MatrixTotal>{{1, 4, 0}, {1, 1, 0}, {2, 5, 0}}));
    CHECK(matrix.rowOf(contents.matrix.partners[1].id) == 2);
    CHECK(matrix.cellAt(2, 2)->sum.passages[0] == 3);
    layout.column.reset();
    CHECK(rows(arranged(contents, {}, layout)) == names({"Alder", "Birch", "Cedar"}));
}

TEST_CASE("empty rows and columns are left out when they are not wanted, or do not pass the filter")
{
    MatrixContents contents = sample();
    contents.matrix.permissions.push_back(subject(SubjectKind::Permission, "see · photos"));
    MatrixLayout layout;
    CHECK(arranged(contents, {}, layout).columns.size() == 4);
    layout.hidesEmpty = true;
    const ArrangedMatrix matrix = arranged(contents, {}, layout);
    CHECK(rows(matrix) == names({"Alder", "Birch"}));
    CHECK(matrix.columns.size() == 3);
    MatrixFilter filter;
    filter.verdicts = {Verdict::Confirmed};
    CHECK(rows(arranged(contents, filter, {})) == names({"Birch"}));
}

TEST_CASE("what is suggested is counted apart from what is decided")
{
    MatrixContents contents = sample();
    contents.matrix.cells.push_back(cell(2, 1, 0, 0));
    contents.suggested = {0, 4, 0, 2};
    const ArrangedMatrix matrix = arranged(contents, {}, {});
    REQUIRE(matrix.cellAt(2, 1));
    CHECK(matrix.cellAt(2, 1)->isOnlySuggested());
    CHECK_FALSE(matrix.cellAt(1, 1)->isOnlySuggested());
    CHECK(matrix.cellAt(1, 1)->total.suggested == 4);
    CHECK((matrix.total == MatrixTotal{3, 6, 6}));
    MatrixLayout layout;
    layout.order = RowOrder::Findings;
    contents.matrix.cells[2] = cell(1, 2, 0, 0);
    contents.matrix.cells[1] = cell(1, 1, 0, 0);
    contents.suggested = {0, 1, 0, 2};
    CHECK(rows(arranged(contents, {}, layout)) == names({"Alder", "Cedar", "Birch"}));
}

namespace {

/// Alder and Birch are banks, Dill is nothing; by group, as a matrix is.
MatrixContents grouped()
{
    MatrixContents contents = sample();
    contents.matrix.partners[0].group = QStringLiteral("Banks");
    contents.matrix.partners[1].group = QStringLiteral("banks");
    contents.matrix.partners[2].group = QStringLiteral("Media");
    contents.matrix.partners.push_back(subject(SubjectKind::Partner, "Dill"));
    contents.matrix.cells.push_back(cell(3, 0, 7, 1));
    return contents;
}

} // namespace

TEST_CASE("partners of a group stand together below its heading, and those without one last")
{
    const MatrixContents contents = grouped();
    const ArrangedMatrix matrix = arranged(contents, {}, {});
    CHECK(rows(matrix) == names({"=Banks", "Alder", "Birch", "=Media", "Cedar", "=", "Dill"}));
    CHECK(matrix.rows[0].partners.size() == 2);
    CHECK(matrix.headingOf(2) == 0);
    CHECK(matrix.headingOf(3) == 3);
    CHECK(matrix.headingNamed(QStringLiteral("media")) == 3);
    CHECK(matrix.headingNamed(QStringLiteral("elsewhere")) == -1);
    CHECK(matrix.rowOf(contents.matrix.partners[1].id) == 2);
    // The total of a heading is that of its partners; in the total of all they count once.
    CHECK((matrix.rowTotals[0] == MatrixTotal{3, 6, 0}));
    CHECK((matrix.rowTotals[3] == MatrixTotal{0, 0, 0}));
    CHECK((matrix.rowTotals[5] == MatrixTotal{1, 7, 0}));
    CHECK((matrix.total == MatrixTotal{4, 13, 0}));
    CHECK(matrix.cellAt(0, 1) == nullptr);
    REQUIRE(matrix.cellAt(2, 1));
    CHECK(matrix.cellAt(2, 1)->sum.passages[0] == 2);
    CHECK((foldableGroups(contents.matrix) ==
           QSet<QString>{QStringLiteral("banks"), QStringLiteral("media"), QString()}));
    // Without any group there is no heading, and nothing to fold.
    CHECK(arranged(sample(), {}, {}).headingOf(1) == -1);
    CHECK(foldableGroups(sample().matrix).isEmpty());
}

TEST_CASE("rows are sorted within their group")
{
    MatrixLayout layout;
    layout.order = RowOrder::Evidence;
    MatrixContents contents = grouped();
    ArrangedMatrix matrix = arranged(contents, {}, layout);
    CHECK(rows(matrix) == names({"=Banks", "Birch", "Alder", "=Media", "Cedar", "=", "Dill"}));
    CHECK(matrix.cellAt(2, 0)->sum.passages[0] == 1);
    CHECK((matrix.rowTotals[1] == MatrixTotal{2, 5, 0}));
    CHECK((matrix.rowTotals[0] == MatrixTotal{3, 6, 0}));
    MatrixFilter filter;
    filter.partner = QStringLiteral("r"); // not Dill
    matrix = arranged(contents, filter, layout);
    CHECK(rows(matrix) == names({"=Banks", "Birch", "Alder"}));
}

TEST_CASE("a folded group is one row with the findings of all its partners")
{
    MatrixContents contents = grouped();
    // Both speak of the same column; Alder comes first, but with a later column too.
    contents.matrix.cells = {cell(0, 0, 1, 1), cell(0, 2, 4, 1, Verdict::Confirmed), cell(1, 1, 2, 2),
                             cell(1, 2, 3, 2, Verdict::Confirmed), cell(3, 0, 7, 1)};
    MatrixLayout layout;
    layout.foldedGroups = {QStringLiteral("banks")};
    ArrangedMatrix matrix = arranged(contents, {}, layout);
    CHECK(rows(matrix) == names({"=Banks", "=Media", "Cedar", "=", "Dill"}));
    CHECK(matrix.rows[0].kind == ArrangedRow::Kind::FoldedGroup);
    CHECK(matrix.rowOf(contents.matrix.partners[1].id) == 0);
    REQUIRE(matrix.cellAt(0, 0));
    REQUIRE(matrix.cellAt(0, 1));
    const ArrangedCell *both = matrix.cellAt(0, 2);
    REQUIRE(both);
    CHECK((both->total == MatrixTotal{2, 7, 0}));
    CHECK(both->agrees);
    CHECK(both->sum.conclusion.verdict == Verdict::Confirmed);
    CHECK(both->sum.documents == 0); // one and two may be two or three
    CHECK(matrix.cellAt(4, 0)->sum.passages[0] == 7);
    CHECK((matrix.rowTotals[0] == MatrixTotal{4, 10, 0}));
    CHECK((matrix.columnTotals == std::vector<MatrixTotal>{{2, 8, 0}, {1, 2, 0}, {2, 7, 0}}));
    CHECK((matrix.total == MatrixTotal{5, 17, 0}));

    contents.joint.ofGroups.insert({QStringLiteral("banks"), contents.matrix.permissions[2].id}, 3);
    CHECK(arranged(contents, {}, layout).cellAt(0, 2)->sum.documents == 3);
    // A folded kind of data too: what all of it joins.
    layout.folded = {messages};
    contents.joint.ofGroupsKinds.insert({QStringLiteral("banks"), messages}, 4);
    matrix = arranged(contents, {}, layout);
    REQUIRE(matrix.cellAt(0, 1));
    CHECK((matrix.cellAt(0, 1)->total == MatrixTotal{3, 9, 0}));
    CHECK(matrix.cellAt(0, 1)->sum.documents == 4);
}
