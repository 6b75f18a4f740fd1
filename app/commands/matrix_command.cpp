// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"
#include "model/exchange/layouts.h"

#include <algorithm>

namespace app {
namespace {

constexpr int cellColumns = 22;
constexpr int partnerColumns = 24;

void addOptions(QCommandLineParser &parser)
{
    addFilterOptions(parser);
    addJsonOption(parser);
}

QString cellLines(const model::MatrixCell *cell)
{
    return model::exchange::cellText(cell).replace(QLatin1String("; "), QLatin1String("\n"));
}

/// As many permissions beside each other as the terminal has room for, the others in further tables below. Where there
/// are several tables, each has only the partners that have something in it.
void printMatrix(const model::Matrix &matrix)
{
    const size_t all = matrix.permissions.size();
    const std::optional<int> columns = terminalColumns();
    const size_t perTable = columns ? static_cast<size_t>(std::max(1, (*columns - partnerColumns) / (cellColumns + 2)))
                                    : std::max<size_t>(1, all);
    for (size_t first = 0; first == 0 || first < all; first += perTable) {
        const size_t end = std::min(all, first + perTable);
        Table table{{QStringLiteral("Partner")}, {}};
        for (size_t column = first; column < end; ++column)
            table.header += columns
                                ? folded(oneLine(matrix.permissions[column].name), cellColumns).join(QLatin1Char('\n'))
                                : matrix.permissions[column].name;
        for (size_t row = 0; row < matrix.partners.size(); ++row) {
            QStringList line = {matrix.partners[row].name};
            bool hasCell = all <= perTable;
            for (size_t column = first; column < end; ++column) {
                const model::MatrixCell *cell = model::cellAt(matrix, static_cast<int>(row), static_cast<int>(column));
                hasCell |= cell != nullptr;
                line += cellLines(cell);
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
    const auto whole = (*file)->matrix();
    if (!whole)
        return whole.error();
    const model::Matrix matrix = filtered(*whole, *filter);
    if (!invocation.wantsJson()) {
        printMatrix(matrix);
        return ExitStatus::Done;
    }
    QJsonArray array;
    for (const model::MatrixCell &cell : matrix.cells)
        array += toJson(matrix, cell);
    printJson(array);
    return ExitStatus::Done;
}

} // namespace

Command matrixCommand()
{
    return {QStringLiteral("matrix"),
            QStringLiteral("CASE [FILTER] [--json]"),
            QStringLiteral("Print the matrix of partners and permissions."),
            QStringLiteral(
                "A cell says the verdict, the evidence passages by stance, the number of independent documents and\n"
                "the period. With --json an object a finding."),
            1,
            1,
            addOptions,
            run};
}

} // namespace app
