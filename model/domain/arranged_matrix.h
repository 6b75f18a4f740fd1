// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/matrix.h"

#include <QHash>

#include <utility>

namespace model {

/// The kind of data that a permission is about, in a form that is equal for the same kind.
QString dataKey(const QString &permission);

/// Independent documents of several findings together, of which one may speak of several.
struct JointSources {
    QHash<std::pair<SubjectId, QString>, int> ofPartners;  ///< by partner and kind of data (its dataKey)
    QHash<std::pair<QString, SubjectId>, int> ofGroups;    ///< by group of partners (its nameKey) and permission
    QHash<std::pair<QString, QString>, int> ofGroupsKinds; ///< by group and kind of data

    friend bool operator==(const JointSources &, const JointSources &) = default;
};

/// What the matrix is arranged from.
struct MatrixContents {
    Matrix matrix;
    std::vector<int> suggested; ///< passages by cell of the matrix; empty where what is suggested is not wanted
    JointSources joint;         ///< empty where it is not known

    int suggestedIn(size_t cell) const { return suggested.empty() ? 0 : suggested[cell]; }
};

/// What the rows of a group go by, the most first; by name where that is equal.
enum class RowOrder { Name, Findings, Evidence, Column };

/// How the matrix is laid out for reading.
struct MatrixLayout {
    RowOrder order = RowOrder::Name;
    std::optional<SubjectId> column; ///< RowOrder::Column: a permission that is in it
    bool hidesEmpty = false;         ///< rows and columns without a cell
    QSet<QString> folded;            ///< kinds of data (their dataKey) whose permissions share one column
    QSet<QString> foldedGroups;      ///< groups of partners (their nameKey) that share one row

    friend bool operator==(const MatrixLayout &, const MatrixLayout &) = default;
};

struct MatrixTotal {
    int findings = 0; ///< with evidence or a conclusion
    int passages = 0; ///< of evidence
    int suggested = 0;

    friend bool operator==(const MatrixTotal &, const MatrixTotal &) = default;
};

/// A partner; or, where partners have groups, what stands above those of one.
struct ArrangedRow {
    enum class Kind {
        Partner,
        OpenGroup,  ///< has no cells; the partners follow
        FoldedGroup ///< has the cells of its partners together
    };
    Kind kind = Kind::Partner;
    QString group;    ///< as the first of its partners writes it; empty for those without one, which come last
    QString groupKey; ///< its nameKey
    std::vector<Subject> partners; ///< one, or those of the group that are shown

    bool isGroup() const { return kind != Kind::Partner; }
    friend bool operator==(const ArrangedRow &, const ArrangedRow &) = default;
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

/// A finding, or those that a folded row or column joins.
struct ArrangedCell {
    MatrixCell sum; ///< place in the arranged matrix; documents: 0 also where several findings' are not known
    MatrixTotal total;
    bool agrees = true; ///< false: findings of different verdicts are joined; the sum's verdict is Open

    bool isOnlySuggested() const { return total.findings == 0 && total.suggested > 0; }
    friend bool operator==(const ArrangedCell &, const ArrangedCell &) = default;
};

/// The matrix as it is shown, copied and printed.
struct ArrangedMatrix {
    std::vector<ArrangedRow> rows;
    std::vector<ArrangedColumn> columns;
    std::vector<ArrangedCell> cells;    ///< by row and column; an empty cell is not listed
    std::vector<MatrixTotal> rowTotals; ///< that of an open group counts what its partners have
    std::vector<MatrixTotal> columnTotals;
    MatrixTotal total;

    bool isEmpty() const { return rows.empty() || columns.empty(); }
    const ArrangedCell *cellAt(int row, int column) const; ///< null for an empty one
    int rowOf(const SubjectId &partner) const;             ///< -1 where it is not shown; also of one folded away
    int columnOf(const SubjectId &permission) const;       ///< the same; also of one that is folded away
    /// The first and the last column of the same kind of data.
    std::pair<int, int> groupOf(int column) const;
    int headingOf(int row) const;                    ///< the row of its group; -1 where partners have none
    int headingNamed(const QString &groupKey) const; ///< -1 where it is not shown
    friend bool operator==(const ArrangedMatrix &, const ArrangedMatrix &) = default;
};

ArrangedMatrix arranged(const MatrixContents &contents, const MatrixFilter &filter, const MatrixLayout &layout);

/// The kinds of data that have several permissions, and so can be folded.
QSet<QString> foldableKinds(const Matrix &matrix);

/// The groups of partners, each by its nameKey, with "" for those without one; none where no partner has a group.
QSet<QString> foldableGroups(const Matrix &matrix);

} // namespace model
