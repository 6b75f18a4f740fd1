// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"
#include "app/commands/suggestion_values.h"
#include "model/exchange/layouts.h"

#include <algorithm>
#include <map>

namespace app {
namespace {

const QString suggestedOption = QStringLiteral("suggested");

constexpr int cellColumns = 22;
constexpr int partnerColumns = 24;
constexpr int groupColumns = 16;

void addOptions(QCommandLineParser &parser)
{
    addFilterOptions(parser);
    parser.addOption({suggestedOption, QStringLiteral("Also show findings that are suggested and undecided.")});
    addJsonOption(parser);
}

/// What is suggested in the cells of a matrix, and in which of them nothing is decided.
class SuggestedCells {
public:
    SuggestedCells() = default;
    explicit SuggestedCells(const model::session::SuggestedMatrix &whole)
    {
        for (size_t i = 0; i < whole.suggested.size(); ++i)
            m_cells.emplace(findingOf(whole.matrix, whole.matrix.cells[i]),
                            Cell{whole.suggested[i], whole.isOnlySuggested(i)});
    }

    QString lines(const model::Matrix &matrix, const model::MatrixCell *cell) const
    {
        const auto found = cell ? m_cells.find(findingOf(matrix, *cell)) : m_cells.end();
        QStringList parts;
        if (found == m_cells.end() || !found->second.isUndecided)
            parts += model::exchange::cellText(cell);
        if (found != m_cells.end())
            parts += cellText(found->second.suggested);
        parts.removeAll(QString());
        return parts.join(QLatin1String("; ")).replace(QLatin1String("; "), QLatin1String("\n"));
    }

    void add(QJsonObject &object, const model::Matrix &matrix, const model::MatrixCell &cell) const
    {
        const auto found = m_cells.find(findingOf(matrix, cell));
        if (found == m_cells.end())
            return;
        object[QStringLiteral("decided")] = !found->second.isUndecided;
        object[QStringLiteral("suggested")] = toJson(found->second.suggested);
    }

private:
    struct Cell {
        model::session::SuggestedCell suggested;
        bool isUndecided = false;
    };
    static model::FindingKey findingOf(const model::Matrix &matrix, const model::MatrixCell &cell)
    {
        return {matrix.partners[static_cast<size_t>(cell.partner)].id,
                matrix.permissions[static_cast<size_t>(cell.permission)].id};
    }
    std::map<model::FindingKey, Cell> m_cells;
};

/// As many permissions beside each other as the terminal has room for, the others in further tables below. Where there
/// are several tables, each has only the partners that have something in it.
void printMatrix(const model::Matrix &matrix, const SuggestedCells &suggested)
{
    const size_t all = matrix.permissions.size();
    const std::optional<int> columns = terminalColumns();
    const bool grouped = std::any_of(matrix.partners.begin(), matrix.partners.end(),
                                     [](const model::Subject &partner) { return !partner.group.isEmpty(); });
    const int names = partnerColumns + (grouped ? groupColumns : 0);
    const size_t perTable =
        columns ? static_cast<size_t>(std::max(1, (*columns - names) / (cellColumns + 2))) : std::max<size_t>(1, all);
    for (size_t first = 0; first == 0 || first < all; first += perTable) {
        const size_t end = std::min(all, first + perTable);
        Table table{{QStringLiteral("Partner")}, {}};
        if (grouped)
            table.header += QStringLiteral("Group");
        for (size_t column = first; column < end; ++column)
            table.header += columns
                                ? folded(oneLine(matrix.permissions[column].name), cellColumns).join(QLatin1Char('\n'))
                                : matrix.permissions[column].name;
        for (size_t row = 0; row < matrix.partners.size(); ++row) {
            QStringList line = {matrix.partners[row].name};
            if (grouped)
                line += matrix.partners[row].group;
            bool hasCell = all <= perTable;
            for (size_t column = first; column < end; ++column) {
                const model::MatrixCell *cell = model::cellAt(matrix, static_cast<int>(row), static_cast<int>(column));
                hasCell |= cell != nullptr;
                line += suggested.lines(matrix, cell);
            }
            if (hasCell)
                table.rows.push_back(line);
        }
        if (first > 0)
            printLine(QString());
        printTable(table, QStringLiteral("There are no findings here."));
    }
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto filter = filterFrom(invocation);
    if (!filter)
        return filter.error();
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    model::session::SuggestedMatrix whole;
    SuggestedCells suggested;
    if (invocation.has(suggestedOption)) {
        auto both = model::session::suggestedMatrix(**file);
        if (!both)
            return both.error();
        whole = *std::move(both);
        suggested = SuggestedCells(whole);
    } else {
        auto decided = (*file)->matrix();
        if (!decided)
            return decided.error();
        whole.matrix = *std::move(decided);
    }
    const model::Matrix matrix = filtered(whole.matrix, *filter);
    if (!invocation.wantsJson()) {
        printMatrix(matrix, suggested);
        return ExitStatus::Done;
    }
    QJsonArray array;
    for (const model::MatrixCell &cell : matrix.cells) {
        QJsonObject object = toJson(matrix, cell);
        suggested.add(object, matrix, cell);
        array += object;
    }
    printJson(array);
    return ExitStatus::Done;
}

} // namespace

Command matrixCommand()
{
    return {QStringLiteral("matrix"),
            QStringLiteral("CASE [FILTER] [--suggested] [--json]"),
            QStringLiteral("Print the matrix of partners and permissions."),
            QStringLiteral(
                "A cell says the verdict, the evidence passages by stance, the number of independent documents and\n"
                "the period. With --json an object a finding. With --suggested, what is suggested and undecided stands "
                "below\n"
                "what is decided."),
            1,
            1,
            addOptions,
            run};
}

} // namespace app
