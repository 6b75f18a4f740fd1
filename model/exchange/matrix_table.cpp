// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/matrix_table.h"

#include "model/base/counted.h"
#include "model/exchange/csv_writer.h"
#include "model/exchange/layouts.h"

namespace model::exchange {
namespace {

/// A quotation mark at the beginning would open a cell that swallows the tabs up to the next mark.
QString tabCell(const QString &text)
{
    QString cell = harmlessCell(text.simplified());
    if (!cell.contains(u'"'))
        return cell;
    return u'"' + cell.replace(QLatin1String("\""), QLatin1String("\"\"")) + u'"';
}

} // namespace

MatrixTable matrixTable(const ArrangedMatrix &matrix, const std::vector<int> &rows, const std::vector<int> &columns,
                        const std::function<bool(int, int)> &isChosen)
{
    QStringList head = {QStringLiteral("partner")};
    for (const int column : columns)
        head += columnName(matrix.columns[static_cast<size_t>(column)]);
    MatrixTable table = {head};
    for (const int row : rows) {
        QStringList line = {rowName(matrix.rows[static_cast<size_t>(row)])};
        for (const int column : columns) {
            const ArrangedCell *cell = isChosen(row, column) ? matrix.cellAt(row, column) : nullptr;
            line += cell ? cellText(*cell) : QString();
        }
        table.push_back(line);
    }
    return table;
}

QString rowName(const ArrangedRow &row)
{
    if (!row.isGroup())
        return row.partners.front().name;
    const QString group = row.group.isEmpty() ? QStringLiteral("no group") : row.group;
    if (row.kind == ArrangedRow::Kind::OpenGroup)
        return group;
    QStringList partners;
    for (const Subject &partner : row.partners)
        partners += partner.name;
    return QStringLiteral("%1 (%2)").arg(group, partners.join(QLatin1String(", ")));
}

QString columnName(const ArrangedColumn &column)
{
    if (!column.isFolded())
        return column.permissions.front().name;
    QStringList actions;
    for (const Subject &permission : column.permissions) {
        const PermissionParts parts = permissionParts(permission.name);
        actions += parts.action.isEmpty() ? parts.data : parts.action;
    }
    return QStringLiteral("%1 (%2)").arg(column.data, actions.join(QLatin1String(", ")));
}

QString cellText(const ArrangedCell &cell)
{
    QStringList parts;
    if (cell.total.findings > 1) {
        parts += counted(cell.total.findings, QStringLiteral("finding"), QStringLiteral("findings"));
        QString joint = cellText(&cell.sum);
        if (!cell.agrees) // there is no verdict to begin with
            joint = joint.section(QLatin1String("; "), 1);
        if (!joint.isEmpty())
            parts += joint;
    } else if (cell.total.findings == 1)
        parts += cellText(&cell.sum);
    if (cell.total.suggested > 0)
        parts += QStringLiteral("%1 suggested").arg(cell.total.suggested);
    return parts.join(QLatin1String("; "));
}

QString toTabs(const MatrixTable &table)
{
    QString text;
    for (const QStringList &line : table) {
        QStringList cells;
        for (const QString &cell : line)
            cells += tabCell(cell);
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString toHtml(const MatrixTable &table)
{
    QString html = QStringLiteral("<table>");
    for (size_t row = 0; row < table.size(); ++row) {
        html += QLatin1String("<tr>");
        for (qsizetype column = 0; column < table[row].size(); ++column) {
            const QString name = row == 0 || column == 0 ? QStringLiteral("th") : QStringLiteral("td");
            html += QStringLiteral("<%1>%2</%1>").arg(name, harmlessCell(table[row][column]).toHtmlEscaped());
        }
        html += QLatin1String("</tr>");
    }
    return html + QLatin1String("</table>");
}

} // namespace model::exchange
