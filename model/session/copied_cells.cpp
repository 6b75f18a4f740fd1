// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/copied_cells.h"

#include "model/exchange/matrix_table.h"

namespace model::session {

CopiedCells copiedCells(const ArrangedMatrix &matrix, const std::vector<int> &rows, const std::vector<int> &columns,
                        const std::function<bool(int row, int column)> &isChosen)
{
    const auto table = exchange::matrixTable(matrix, rows, columns, isChosen);
    return {exchange::toTabs(table), exchange::toHtml(table)};
}

} // namespace model::session
