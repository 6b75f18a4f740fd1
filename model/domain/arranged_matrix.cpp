// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/arranged_matrix.h"

#include <algorithm>
#include <numeric>

namespace model {
namespace {

/// Where each row or column of the matrix goes; -1 for one that is not shown.
using Places = std::vector<int>;

struct Columns {
    std::vector<ArrangedColumn> columns;
    Places places;
};

struct Rows {
    std::vector<ArrangedRow> rows;
    Places places;
};

/// Partners of one group stand side by side. `folded` is looked at where partners have groups.
Rows rowsOf(const std::vector<Subject> &partners, const std::vector<bool> &isShown, const QSet<QString> &folded)
{
    Rows result;
    result.places.assign(partners.size(), -1);
    const bool grouped =
        std::any_of(partners.begin(), partners.end(), [](const Subject &partner) { return !partner.group.isEmpty(); });
    size_t heading = 0;
    for (size_t i = 0; i < partners.size(); ++i) {
        if (!isShown[i])
            continue;
        const QString key = nameKey(partners[i].group);
        if (grouped && (result.rows.empty() || result.rows[heading].groupKey != key)) {
            heading = result.rows.size();
            const auto kind = folded.contains(key) ? ArrangedRow::Kind::FoldedGroup : ArrangedRow::Kind::OpenGroup;
            result.rows.push_back({kind, partners[i].group, key, {}});
        }
        if (grouped)
            result.rows[heading].partners.push_back(partners[i]);
        if (!grouped || result.rows[heading].kind == ArrangedRow::Kind::OpenGroup)
            result.rows.push_back({ArrangedRow::Kind::Partner, partners[i].group, key, {partners[i]}});
        result.places[i] = static_cast<int>(result.rows.size()) - 1;
    }
    return result;
}

Columns columnsOf(const std::vector<Subject> &permissions, const std::vector<bool> &isShown,
                  const QSet<QString> &folded)
{
    Columns result;
    result.places.assign(permissions.size(), -1);
    for (size_t i = 0; i < permissions.size(); ++i) {
        if (!isShown[i])
            continue;
        const PermissionParts parts = permissionParts(permissions[i].name);
        const QString key = nameKey(parts.data);
        const bool joins = !result.columns.empty() && result.columns.back().dataKey == key && folded.contains(key);
        if (joins) {
            result.columns.back().action.clear();
            result.columns.back().permissions.push_back(permissions[i]);
        } else {
            const bool goesOn = !result.columns.empty() && result.columns.back().dataKey == key;
            result.columns.push_back(
                {goesOn ? result.columns.back().data : parts.data, key, parts.action, {permissions[i]}});
        }
        result.places[i] = static_cast<int>(result.columns.size()) - 1;
    }
    return result;
}

void add(MatrixTotal &sum, const MatrixTotal &more)
{
    sum.findings += more.findings;
    sum.passages += more.passages;
    sum.suggested += more.suggested;
}

ArrangedCell single(const MatrixContents &contents, size_t index)
{
    const MatrixCell &cell = contents.matrix.cells[index];
    const int passages = cell.passageCount();
    const bool isFinding = passages > 0 || !cell.conclusion.isEmpty();
    return {cell, {isFinding ? 1 : 0, passages, contents.suggestedIn(index)}, true};
}

void join(ArrangedCell &sum, const ArrangedCell &more)
{
    if (more.total.findings > 0 && sum.total.findings > 0) {
        sum.agrees = sum.agrees && sum.sum.conclusion.verdict == more.sum.conclusion.verdict;
        sum.sum.conclusion = {sum.agrees ? more.sum.conclusion.verdict : Verdict::Open, {}};
    } else if (more.total.findings > 0)
        sum.sum.conclusion = more.sum.conclusion;
    // One document may speak of both; how many there are together is looked up at the end.
    const int former = sum.sum.documents;
    sum.sum.documents = former < 0 || (former > 0 && more.sum.documents > 0) ? -1 : former + more.sum.documents;
    for (size_t stance = 0; stance < allStances.size(); ++stance)
        sum.sum.passages[stance] += more.sum.passages[stance];
    add(sum.total, more.total);
}

/// Cells of one place become one. Those of a row stand together, in any order; the result is by row and column.
std::vector<ArrangedCell> joined(const std::vector<ArrangedCell> &cells, size_t columnCount)
{
    std::vector<ArrangedCell> result;
    result.reserve(cells.size());
    size_t rowBegin = 0;
    std::vector<size_t> places(columnCount); // of the row's cell in each column, plus 1; of another row's: less
    const auto endRow = [&] {
        const auto first = result.begin() + static_cast<std::ptrdiff_t>(rowBegin);
        const auto byColumn = [](const ArrangedCell &a, const ArrangedCell &b) {
            return a.sum.permission < b.sum.permission;
        };
        if (!std::is_sorted(first, result.end(), byColumn))
            std::sort(first, result.end(), byColumn);
        rowBegin = result.size();
    };
    for (const ArrangedCell &cell : cells) {
        if (rowBegin < result.size() && result.back().sum.partner != cell.sum.partner)
            endRow();
        size_t &place = places[static_cast<size_t>(cell.sum.permission)];
        if (place > rowBegin) {
            join(result[place - 1], cell);
        } else {
            result.push_back(cell);
            place = result.size();
        }
    }
    endRow();
    return result;
}

/// Of a cell that joins several findings, all of which are shown.
int jointDocuments(const JointSources &joint, const ArrangedRow &row, const ArrangedColumn &column)
{
    if (row.partners.size() == 1)
        return joint.ofPartners.value({row.partners.front().id, column.dataKey}, 0);
    return column.isFolded() ? joint.ofGroupsKinds.value({row.groupKey, column.dataKey}, 0)
                             : joint.ofGroups.value({row.groupKey, column.permissions.front().id}, 0);
}

/// What is counted together is known for all findings of a group or partner and a kind, not for some of them.
void settleDocuments(ArrangedMatrix &matrix, const JointSources &joint, bool allPass)
{
    for (ArrangedCell &cell : matrix.cells) {
        if (cell.sum.documents >= 0)
            continue;
        const auto row = static_cast<size_t>(cell.sum.partner);
        const auto column = static_cast<size_t>(cell.sum.permission);
        cell.sum.documents = allPass ? jointDocuments(joint, matrix.rows[row], matrix.columns[column]) : 0;
    }
}

void addTotals(ArrangedMatrix &matrix)
{
    matrix.rowTotals.assign(matrix.rows.size(), {});
    matrix.columnTotals.assign(matrix.columns.size(), {});
    for (const ArrangedCell &cell : matrix.cells) {
        add(matrix.rowTotals[static_cast<size_t>(cell.sum.partner)], cell.total);
        add(matrix.columnTotals[static_cast<size_t>(cell.sum.permission)], cell.total);
        add(matrix.total, cell.total);
    }
    size_t heading = 0;
    for (size_t row = 0; row < matrix.rows.size(); ++row) {
        if (matrix.rows[row].isGroup())
            heading = row;
        else if (matrix.rows[heading].isGroup())
            add(matrix.rowTotals[heading], matrix.rowTotals[row]);
    }
}

/// By what the rows go, more first: what is decided, then what is suggested.
std::vector<std::pair<int, int>> rowWeights(const ArrangedMatrix &matrix, const MatrixLayout &layout)
{
    std::vector<std::pair<int, int>> weights(matrix.rows.size());
    if (layout.order == RowOrder::Column) {
        const int column = layout.column ? matrix.columnOf(*layout.column) : -1;
        for (const ArrangedCell &cell : matrix.cells) {
            if (cell.sum.permission == column)
                weights[static_cast<size_t>(cell.sum.partner)] = {cell.total.passages, cell.total.suggested};
        }
        return weights;
    }
    for (size_t row = 0; row < weights.size(); ++row) {
        const MatrixTotal &total = matrix.rowTotals[row];
        weights[row] = {layout.order == RowOrder::Findings ? total.findings : total.passages, total.suggested};
    }
    return weights;
}

/// Where the cells of each row begin; the last is the number of all.
std::vector<size_t> rowBegins(const ArrangedMatrix &matrix)
{
    std::vector<size_t> begins(matrix.rows.size() + 1);
    for (const ArrangedCell &cell : matrix.cells)
        ++begins[static_cast<size_t>(cell.sum.partner) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    return begins;
}

void sortRows(ArrangedMatrix &matrix, const MatrixLayout &layout)
{
    if (layout.order == RowOrder::Name)
        return;
    const auto weights = rowWeights(matrix, layout);
    std::vector<size_t> order(matrix.rows.size());
    std::iota(order.begin(), order.end(), size_t(0));
    const auto isGroup = [&matrix](size_t row) { return matrix.rows[row].isGroup(); };
    for (auto first = order.begin(); first != order.end();) {
        first = std::find_if_not(first, order.end(), isGroup);
        const auto last = std::find_if(first, order.end(), isGroup);
        std::stable_sort(first, last, [&weights](size_t a, size_t b) { return weights[a] > weights[b]; });
        first = last;
    }
    std::vector<ArrangedRow> rows;
    std::vector<MatrixTotal> totals;
    std::vector<ArrangedCell> cells;
    cells.reserve(matrix.cells.size());
    const std::vector<size_t> begins = rowBegins(matrix);
    for (const size_t old : order) {
        for (size_t i = begins[old]; i < begins[old + 1]; ++i) {
            cells.push_back(matrix.cells[i]);
            cells.back().sum.partner = static_cast<int>(rows.size());
        }
        rows.push_back(std::move(matrix.rows[old]));
        totals.push_back(matrix.rowTotals[old]);
    }
    matrix.rows = std::move(rows);
    matrix.rowTotals = std::move(totals);
    matrix.cells = std::move(cells);
}

} // namespace

QString dataKey(const QString &permission)
{
    return nameKey(permissionParts(permission).data);
}

const ArrangedCell *ArrangedMatrix::cellAt(int row, int column) const
{
    const auto place = std::pair(row, column);
    const auto found = std::lower_bound(cells.begin(), cells.end(), place, [](const ArrangedCell &cell, auto wanted) {
        return std::pair(cell.sum.partner, cell.sum.permission) < wanted;
    });
    const bool isThere = found != cells.end() && std::pair(found->sum.partner, found->sum.permission) == place;
    return isThere ? &*found : nullptr;
}

int ArrangedMatrix::rowOf(const SubjectId &partner) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&partner](const ArrangedRow &row) {
        return row.kind != ArrangedRow::Kind::OpenGroup &&
               std::any_of(row.partners.begin(), row.partners.end(),
                           [&partner](const Subject &subject) { return subject.id == partner; });
    });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

int ArrangedMatrix::columnOf(const SubjectId &permission) const
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&permission](const ArrangedColumn &column) {
        return std::any_of(column.permissions.begin(), column.permissions.end(),
                           [&permission](const Subject &subject) { return subject.id == permission; });
    });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::pair<int, int> ArrangedMatrix::groupOf(int column) const
{
    const QString &key = columns[static_cast<size_t>(column)].dataKey;
    int first = column;
    while (first > 0 && columns[static_cast<size_t>(first) - 1].dataKey == key)
        --first;
    int last = column;
    while (static_cast<size_t>(last) + 1 < columns.size() && columns[static_cast<size_t>(last) + 1].dataKey == key)
        ++last;
    return {first, last};
}

int ArrangedMatrix::headingOf(int row) const
{
    while (row >= 0 && !rows[static_cast<size_t>(row)].isGroup())
        --row;
    return row;
}

int ArrangedMatrix::headingNamed(const QString &groupKey) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&groupKey](const ArrangedRow &row) {
        return row.isGroup() && row.groupKey == groupKey;
    });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

ArrangedMatrix arranged(const MatrixContents &contents, const MatrixFilter &filter, const MatrixLayout &layout)
{
    const Matrix &matrix = contents.matrix;
    const std::vector<size_t> cells = passing(matrix, filter);
    const bool showsAll = filter.isEmpty() && !layout.hidesEmpty;
    std::vector<bool> rows(matrix.partners.size(), showsAll);
    std::vector<bool> columns(matrix.permissions.size(), showsAll);
    for (const size_t index : cells) {
        rows[static_cast<size_t>(matrix.cells[index].partner)] = true;
        columns[static_cast<size_t>(matrix.cells[index].permission)] = true;
    }
    ArrangedMatrix result;
    Rows placedRows = rowsOf(matrix.partners, rows, layout.foldedGroups);
    result.rows = std::move(placedRows.rows);
    Columns placed = columnsOf(matrix.permissions, columns, layout.folded);
    result.columns = std::move(placed.columns);
    result.cells.reserve(cells.size());
    for (const size_t index : cells) {
        ArrangedCell cell = single(contents, index);
        cell.sum.partner = placedRows.places[static_cast<size_t>(cell.sum.partner)];
        cell.sum.permission = placed.places[static_cast<size_t>(cell.sum.permission)];
        result.cells.push_back(cell);
    }
    if (!layout.folded.isEmpty() || !layout.foldedGroups.isEmpty())
        result.cells = joined(result.cells, result.columns.size());
    settleDocuments(result, contents.joint, cells.size() == matrix.cells.size());
    addTotals(result);
    sortRows(result, layout);
    return result;
}

QSet<QString> foldableKinds(const Matrix &matrix)
{
    QSet<QString> seen;
    QSet<QString> foldable;
    for (const Subject &permission : matrix.permissions) {
        const QString key = dataKey(permission.name);
        if (seen.contains(key))
            foldable.insert(key);
        seen.insert(key);
    }
    return foldable;
}

QSet<QString> foldableGroups(const Matrix &matrix)
{
    QSet<QString> groups;
    for (const Subject &partner : matrix.partners)
        groups.insert(nameKey(partner.group));
    return groups.size() == 1 && groups.contains(QString()) ? QSet<QString>() : groups;
}

} // namespace model
