// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/matrix_table.h"

#include "tests/support/catch.h"

using namespace model;
using namespace model::exchange;

namespace {

Subject subject(SubjectKind kind, const char *name)
{
    return {SubjectId::create(), kind, QString::fromUtf8(name), {}, std::nullopt};
}

MatrixContents sample()
{
    MatrixContents contents;
    contents.matrix.partners = {subject(SubjectKind::Partner, "=Alder\t& Co"), subject(SubjectKind::Partner, "Birch")};
    contents.matrix.permissions = {subject(SubjectKind::Permission, "delete · mail"),
                                   subject(SubjectKind::Permission, "read · mail"),
                                   subject(SubjectKind::Permission, "see · <photos>")};
    contents.matrix.cells = {
        {0, 0, {Verdict::Confirmed, {}}, {1, 0, 0, 0, 0}, 1}, {0, 1, {}, {2, 1, 0, 0, 0}, 2}, {1, 2, {}, {}, 0}};
    contents.suggested = {0, 0, 3};
    return contents;
}

bool everything(int, int)
{
    return true;
}

/// As a spreadsheet reads what is pasted: a cell that begins with a quotation mark goes on to the next single one.
MatrixTable pasted(const QString &text)
{
    MatrixTable table = {{QString()}};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        QString &cell = table.back().back();
        const QChar c = text[i];
        if (quoted && c == u'"' && text.mid(i + 1, 1) == QStringLiteral("\""))
            cell += text[++i];
        else if (quoted && c == u'"')
            quoted = false;
        else if (quoted)
            cell += c;
        else if (c == u'"' && cell.isEmpty())
            quoted = true;
        else if (c == u'\t')
            table.back() += QString();
        else if (c == u'\n')
            table.push_back({QString()});
        else
            cell += c;
    }
    table.pop_back(); // each line ends
    return table;
}

} // namespace

TEST_CASE("the chosen cells go into a table with the names of their rows and columns")
{
    const ArrangedMatrix matrix = arranged(sample(), {}, {});
    const MatrixTable table = matrixTable(matrix, {0, 1}, {1, 2}, everything);
    REQUIRE(table.size() == 3);
    CHECK(table[0] ==
          QStringList({QStringLiteral("partner"), QStringLiteral("read · mail"), QStringLiteral("see · <photos>")}));
    CHECK(table[1].at(1) == QStringLiteral("open; 2 supports, 1 denies; 2 documents"));
    CHECK(table[1].at(2).isEmpty());
    CHECK(table[2].at(2) == QStringLiteral("3 suggested"));
    const auto notTheFirst = [](int, int column) { return column != 1; };
    CHECK(matrixTable(matrix, {0}, {1}, notTheFirst)[1].at(1).isEmpty());
}

TEST_CASE("a folded column is named by what it holds, and its cells say how many findings they are")
{
    MatrixLayout layout;
    layout.folded = {QStringLiteral("mail")};
    const MatrixTable table = matrixTable(arranged(sample(), {}, layout), {0}, {0}, everything);
    CHECK(table[0].at(1) == QStringLiteral("mail (delete, read)"));
    CHECK(table[1].at(1) == QStringLiteral("2 findings; 3 supports, 1 denies"));
}

TEST_CASE("what is copied is safe for a spreadsheet: no cell is taken for a formula, none falls apart")
{
    const MatrixTable table = matrixTable(arranged(sample(), {}, {}), {0, 1}, {0, 2}, everything);
    CHECK(toTabs(table) == QStringLiteral("partner\tdelete · mail\tsee · <photos>\n"
                                          "'=Alder & Co\tconfirmed; 1 supports; 1 document\t\n"
                                          "Birch\t\t3 suggested\n"));
    const QString html = toHtml(table);
    CHECK(html.startsWith(QStringLiteral("<table><tr><th>partner</th><th>delete · mail</th>"
                                         "<th>see · &lt;photos&gt;</th></tr>")));
    CHECK(html.contains(QStringLiteral("<tr><th>'=Alder\t&amp; Co</th><td>confirmed;")));
}

TEST_CASE("a name with quotation marks is pasted into its own cell, and swallows none of the others")
{
    MatrixContents contents = sample();
    contents.matrix.partners[0] = subject(SubjectKind::Partner, "\"Alder");
    contents.matrix.partners[1] = subject(SubjectKind::Partner, "The \"Birch\"");
    const MatrixTable table = matrixTable(arranged(contents, {}, {}), {0, 1}, {0, 1, 2}, everything);
    CHECK(pasted(toTabs(table)) == table);
}

TEST_CASE("a row is named by its partner, by its group, or by all that a folded group holds")
{
    MatrixContents contents = sample();
    contents.matrix.partners[0] = subject(SubjectKind::Partner, "Alder");
    for (Subject &partner : contents.matrix.partners)
        partner.group = QStringLiteral("Banks");
    CHECK(rowName(arranged(contents, {}, {}).rows[0]) == u"Banks");
    CHECK(rowName(arranged(contents, {}, {}).rows[1]) == u"Alder");
    MatrixLayout layout;
    layout.foldedGroups = {QStringLiteral("banks")};
    const ArrangedMatrix matrix = arranged(contents, {}, layout);
    REQUIRE(matrix.rows.size() == 1);
    CHECK(rowName(matrix.rows[0]) == u"Banks (Alder, Birch)");
    CHECK(matrixTable(matrix, {0}, {0}, everything)[1] ==
          QStringList{QStringLiteral("Banks (Alder, Birch)"), QStringLiteral("confirmed; 1 supports; 1 document")});
}
