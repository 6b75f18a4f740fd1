// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/arranged_matrix.h"

#include <QStringList>

#include <functional>

namespace model::exchange {

/// A part of the matrix as lines of cells for another program: a line with the names of the permissions, then one for
/// each partner, or group of partners, with its name first.
using MatrixTable = std::vector<QStringList>;

/// The cells of these rows and columns that are chosen; others are left empty.
MatrixTable matrixTable(const ArrangedMatrix &matrix, const std::vector<int> &rows, const std::vector<int> &columns,
                        const std::function<bool(int row, int column)> &isChosen);

/// The name of a row: that of its partner or group, or "banks (Alder, Birch)" for a folded group.
QString rowName(const ArrangedRow &row);
/// The name of a column: that of its permission, or "messages (read, write)" for a folded kind of data.
QString columnName(const ArrangedColumn &column);
/// "confirmed; 3 supports, 1 denies; 2 documents; 4 suggested". Of a folded cell: "2 findings; 3 supports".
QString cellText(const ArrangedCell &cell);

/// Lines of cells apart by tabs; what a spreadsheet would take for a formula, or for the beginning of a quoted cell, is
/// made harmless as in a CSV.
QString toTabs(const MatrixTable &table);
/// The same as an HTML table, for programs that keep its headings.
QString toHtml(const MatrixTable &table);

} // namespace model::exchange
