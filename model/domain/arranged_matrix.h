// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/matrix.h"

#include <QHash>

#include <utility>

namespace model {

/// The kind of data that a permission is about, in a form that is equal for the same kind.
QString dataKey(const QString &permission);

/// By partner and kind of data (its dataKey): independent documents of all their findings together, of which one may
/// speak of several.
using JointSources = QHash<std::pair<SubjectId, QString>, int>;

/// What the matrix is arranged from.
struct MatrixContents {
    Matrix matrix;
    std::vector<int> suggested; ///< passages by cell of the matrix; empty where what is suggested is not wanted
    JointSources joint;         ///< empty where it is not known

    int suggestedIn(size_t cell) const { return suggested.empty() ? 0 : suggested[cell]; }
};

/// What the rows go by, the most first; by name where that is equal.
enum class RowOrder { Name, Findings, Evidence, Column };

/// How the matrix is laid out for reading.
struct MatrixLayout {
    RowOrder order = RowOrder::Name;
    std::optional<SubjectId> column; ///< RowOrder::Column: a permission that is in it
    bool hidesEmpty = false;         ///< rows and columns without a cell
    QSet<QString> folded;            ///< kinds of data (their dataKey) whose permissions share one column

    friend bool operator==(const MatrixLayout &, const MatrixLayout &) = default;
};

struct MatrixTotal {
    int findings = 0; ///< with evidence or a conclusion
    int passages = 0; ///< of evidence
    int suggested = 0;

    friend bool operator==(const MatrixTotal &, const MatrixTotal &) = default;
};

/// One permission, or all of a folded kind of data.
struct ArrangedColumn {
    QString data;    ///< the kind of data, as the first of its permissions writes it
    QString dataKey; ///< columns of one kind stand side by side
    QString action;  ///< empty for a folded one, and for a permission without a known action
    std::vector<Subject> permissions;

    bool isFolded() const { return permissions.size() > 1; }
    friend bool operator==(const ArrangedColumn &, const ArrangedColumn &) = default;
};

/// A finding, or those of a partner in a folded column.
struct ArrangedCell {
    MatrixCell sum; ///< place in the arranged matrix; documents: 0 also where several findings' are not known
    MatrixTotal total;
    bool agrees = true; ///< false: findings of different verdicts are joined; the sum's verdict is Open

    bool isOnlySuggested() const { return total.findings == 0 && total.suggested > 0; }
    friend bool operator==(const ArrangedCell &, const ArrangedCell &) = default;
};

/// The matrix as it is shown, copied and printed.
struct ArrangedMatrix {
    std::vector<Subject> partners;
    std::vector<ArrangedColumn> columns;
    std::vector<ArrangedCell> cells; ///< by row and column; an empty cell is not listed
    std::vector<MatrixTotal> rowTotals;
    std::vector<MatrixTotal> columnTotals;
    MatrixTotal total;

    bool isEmpty() const { return partners.empty() || columns.empty(); }
    const ArrangedCell *cellAt(int row, int column) const; ///< null for an empty one
    int rowOf(const SubjectId &partner) const;             ///< -1 where it is not shown
    int columnOf(const SubjectId &permission) const;       ///< the same; also of one that is folded away
    /// The first and the last column of the same kind of data.
    std::pair<int, int> groupOf(int column) const;
    friend bool operator==(const ArrangedMatrix &, const ArrangedMatrix &) = default;
};

ArrangedMatrix arranged(const MatrixContents &contents, const MatrixFilter &filter, const MatrixLayout &layout);

/// The kinds of data that have several permissions, and so can be folded.
QSet<QString> foldableKinds(const Matrix &matrix);

} // namespace model
