// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/arranged_matrix.h"

#include <QAbstractTableModel>

#include <optional>

namespace ui::matrix {

/// Partners down, with a heading for each group of them, permissions across; what is painted comes from `matrix` and
/// `cell`.
class MatrixTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit MatrixTableModel(QObject *parent = nullptr)
        : QAbstractTableModel(parent)
    {
    }

    void setMatrix(model::ArrangedMatrix matrix);
    const model::ArrangedMatrix &matrix() const { return m_matrix; }
    const model::ArrangedRow &row(int section) const { return m_matrix.rows[static_cast<size_t>(section)]; }
    const model::ArrangedColumn &column(int section) const { return m_matrix.columns[static_cast<size_t>(section)]; }
    const model::ArrangedCell *cell(const QModelIndex &index) const; ///< null for an empty one
    bool isOpenGroup(int section) const { return row(section).kind == model::ArrangedRow::Kind::OpenGroup; }
    bool isFoldedGroup(int section) const { return row(section).kind == model::ArrangedRow::Kind::FoldedGroup; }
    /// Its row or its column is.
    bool isFolded(const QModelIndex &index) const
    {
        return isFoldedGroup(index.row()) || column(index.column()).isFolded();
    }
    /// Of a folded cell: that of its first partner and permission. Nothing beside the heading of an open group.
    std::optional<model::FindingKey> finding(const QModelIndex &index) const;
    QModelIndex indexOf(const model::FindingKey &finding) const; ///< also of one that is folded away
    /// "Netflix × read · messages: confirmed, 3 supports, 1 denies, in 2 documents; 1 suggested".
    QString sentence(const QModelIndex &index) const;
    /// "3 · 12", findings and passages; shown beside a name.
    QString totalText(Qt::Orientation orientation, int section) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString nameOf(Qt::Orientation orientation, int section) const;
    QString alsoCalled(Qt::Orientation orientation, int section) const;

    model::ArrangedMatrix m_matrix;
};

/// "Larkspur"; of a group of partners "Banks (3 partners)".
QString rowName(const model::ArrangedRow &row);
/// "3 · 12".
QString totalText(const model::MatrixTotal &total);
/// "3 findings with 12 passages; 2 suggested".
QString totalSentence(const model::MatrixTotal &total);
/// What a cell of the matrix says: "confirmed, 3 supports, 1 denies, in 2 documents; 1 suggested".
QString cellSentence(const model::ArrangedCell &cell);

} // namespace ui::matrix
