// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/finding.h"

#include <QSet>

#include <array>
#include <vector>

namespace model {

/// What a cell of the matrix says. Merged subjects are already counted under the one they were merged into.
struct MatrixCell {
    int partner = 0;    ///< row, an index into Matrix::partners
    int permission = 0; ///< column, an index into Matrix::permissions
    Conclusion conclusion;
    std::array<int, allStances.size()> passages = {}; ///< evidence passages by stance, indexed by the stance's number
    int documents = 0;                                ///< independent documents among them

    int passageCount() const
    {
        int sum = 0;
        for (const int count : passages)
            sum += count;
        return sum;
    }
    friend bool operator==(const MatrixCell &, const MatrixCell &) = default;
};

/// Partners x permissions. Rows are sorted by group, those without one last, then name; columns by data, then action;
/// cells by row and column; an empty cell is not listed.
struct Matrix {
    std::vector<Subject> partners;
    std::vector<Subject> permissions;
    std::vector<MatrixCell> cells;

    friend bool operator==(const Matrix &, const Matrix &) = default;
};

/// Which findings to show. An empty part lets everything pass.
struct MatrixFilter {
    QString text; ///< in the name, an alias or the group of the partner, or in those of the permission; folded
    QString partner;
    QString permission;
    std::vector<Verdict> verdicts;
    std::vector<Stance> stances; ///< at least one passage with one of these

    bool isEmpty() const
    {
        return text.isEmpty() && partner.isEmpty() && permission.isEmpty() && verdicts.empty() && stances.empty();
    }
    friend bool operator==(const MatrixFilter &, const MatrixFilter &) = default;
};

/// Which cells pass: indexes into matrix.cells, ascending.
std::vector<size_t> passing(const Matrix &matrix, const MatrixFilter &filter);

/// The cells that pass, with only the rows and columns that still have one. With an empty filter: everything, also
/// partners and permissions without a finding.
Matrix filtered(const Matrix &matrix, const MatrixFilter &filter);

/// The cell at row and column; nothing when it is empty.
const MatrixCell *cellAt(const Matrix &matrix, int partner, int permission);

} // namespace model
