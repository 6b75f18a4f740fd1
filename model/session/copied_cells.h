// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/arranged_matrix.h"

#include <functional>

namespace model::session {

/// Cells of the matrix for another program, with the names of their rows and columns. What a spreadsheet would take for
/// a formula is made harmless.
struct CopiedCells {
    QString text; ///< lines of cells apart by tabs
    QString html; ///< a table
};

/// Those of these rows and columns that are chosen.
CopiedCells copiedCells(const ArrangedMatrix &matrix, const std::vector<int> &rows, const std::vector<int> &columns,
                        const std::function<bool(int row, int column)> &isChosen);

} // namespace model::session
