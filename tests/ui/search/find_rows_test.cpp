// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/find_rows.h"

#include "tests/support/catch.h"
#include "ui/search/find_list_model.h"

#include <QAbstractItemModelTester>
#include <QAction>

using namespace ui::search;

namespace {

model::Found someFound()
{
    model::Found found;
    found.textQuery = QStringLiteral("bank*");
    found.text.emplace();
    found.text->total = 1200;
    const model::SearchHit hit{
        model::Sha256::of("memo"), 1, QStringLiteral("memo"), 0, {}, QStringLiteral("the bank could"), {{4, 8}}, {}};
    found.text->hits.push_back(hit);
    found.partners.push_back(
        {model::SubjectId::create(), model::SubjectKind::Partner, QStringLiteral("Alder Bank"), QStringLiteral("AB")});
    return found;
}

} // namespace

TEST_CASE("what was found stands in groups, each with its name, and empty groups are not there")
{
    QAction verify(QStringLiteral("Back up the &bank"));
    verify.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    const std::vector<FindRow> rows = rowsOf(QStringLiteral("bank"), {}, someFound(), {}, {&verify});
    QStringList shown;
    for (const FindRow &row : rows)
        shown += row.isHeading() ? u'[' + row.group + u']' : row.text;
    CHECK(shown ==
          QStringList({QStringLiteral("[On the pages]"), QStringLiteral("All 1,200 pages with “bank”"),
                       QStringLiteral("the bank could"), QStringLiteral("[Partners]"), QStringLiteral("Alder Bank"),
                       QStringLiteral("[Commands]"), QStringLiteral("Back up the bank")}));
    CHECK(rows[2].bold == std::vector<model::TextRange>{{4, 8}});
    CHECK(rows[2].detail == QStringLiteral("memo, p. 1"));
    CHECK(rows[4].bold == std::vector<model::TextRange>{{6, 10}});
    CHECK(rows[4].detail == QStringLiteral("also called AB"));
    CHECK(rows[6].detail == QStringLiteral("Ctrl+B"));
}

TEST_CASE("a match far into a passage is brought to the front of its line")
{
    model::Found found;
    found.notes.push_back({{model::NoteId::create(), model::WholeCase{},
                            QStringLiteral("Somebody in the legal department asked twice about the bank accounts")},
                           {},
                           {}});
    const std::vector<FindRow> rows = rowsOf(QStringLiteral("bank"), {}, found, {}, {});
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].text == QStringLiteral("…about the bank accounts"));
    CHECK(rows[1].bold == std::vector<model::TextRange>{{11, 15}});
    CHECK(rows[1].detail == QStringLiteral("on the case"));
}

TEST_CASE("saved searches stand alone where nothing is typed, and are found by name")
{
    const std::vector<SavedRow> saved{
        {QStringLiteral("Banks"), QStringLiteral("3 pages, 1 new"), QStringLiteral("bank")},
        {QStringLiteral("Films"), {}, QStringLiteral("film")}};
    const std::vector<FindRow> all = rowsOf({}, {}, {}, saved, {});
    REQUIRE(all.size() == 3);
    CHECK(all[1].text == QStringLiteral("Banks"));
    CHECK(all[1].detail == QStringLiteral("3 pages, 1 new"));
    CHECK(std::get<AllHits>(all[2].choice).query == QStringLiteral("film"));
    CHECK(rowsOf(QStringLiteral("fil"), {}, {}, saved, {}).size() == 2);
}

TEST_CASE("a command is found by the beginnings of its words, while it can be run")
{
    QAction folder(QStringLiteral("Import a &folder"));
    QAction both(QStringLiteral("Partners && permissions"));
    const QList<QAction *> commands{&folder, &both};
    CHECK(commandsNamed(QStringLiteral("fold imp"), commands, 5) == QList<QAction *>{&folder});
    CHECK(commandsNamed(QStringLiteral("older"), commands, 5).isEmpty());
    CHECK(commandsNamed(QStringLiteral(" "), commands, 5).isEmpty());
    CHECK(nameOf(both) == QStringLiteral("Partners & permissions"));
    folder.setEnabled(false);
    CHECK(commandsNamed(QStringLiteral("folder"), commands, 5).isEmpty());
}

TEST_CASE("the keys pass over the names of groups and stop at both ends")
{
    FindListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows(rowsOf(QStringLiteral("bank"), {}, someFound(), {}, {}));
    CHECK(model.step(-1, 1) == 1);
    CHECK(model.step(2, 1) == 4);
    CHECK(model.step(4, 1) == 4);
    CHECK(model.step(4, -1) == 2);
    CHECK(model.step(1, -1) == -1);
    CHECK(model.data(model.index(4), Qt::AccessibleTextRole).toString() ==
          QStringLiteral("Partners: Alder Bank, also called AB"));
    CHECK_FALSE(model.flags(model.index(0)) & Qt::ItemIsSelectable);
}

TEST_CASE("what was typed is named as it was typed, without the marks of the query")
{
    const auto firstRow = [](const char *typed) {
        model::Found found = someFound();
        found.text->total = 1;
        return rowsOf(QString::fromUtf8(typed), {}, found, {}, {})[1].text;
    };
    CHECK(firstRow("Parcelwick") == QStringLiteral("The page with “Parcelwick”"));
    CHECK(firstRow("\"Alder Bank\"") == QStringLiteral("The page with “Alder Bank”"));
    CHECK(firstRow("\"Alder\" OR \"Elm\"") == QStringLiteral("The page with “\"Alder\" OR \"Elm\"”"));
}
