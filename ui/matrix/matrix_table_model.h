// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/suggestions.h"

#include <QAbstractTableModel>
#include <QHash>

#include <map>
#include <optional>

namespace ui::matrix {

/// What is suggested, by cell. A finding of which something is suggested only may have a partner or a permission that
/// is not in the case.
using SuggestedCells = std::map<model::FindingKey, model::session::SuggestedCell>;

/// Partners down, permissions across; what the delegate paints comes as a MatrixCell from `cell`.
class MatrixTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit MatrixTableModel(QObject *parent = nullptr)
        : QAbstractTableModel(parent)
    {
    }

    void setMatrix(model::Matrix matrix, SuggestedCells suggested = {}); ///< already filtered
    const model::Matrix &matrix() const { return m_matrix; }
    const model::MatrixCell *cell(const QModelIndex &index) const; ///< null for an empty one
    /// What is suggested there and undecided; null for nothing.
    const model::session::SuggestedCell *suggested(const QModelIndex &index) const;
    /// There is something in the cell, but nothing decided.
    bool isOnlySuggested(const QModelIndex &index) const;
    std::optional<model::FindingKey> finding(const QModelIndex &index) const;
    QModelIndex indexOf(const model::FindingKey &finding) const;
    /// "Netflix × read · messages: confirmed, 3 supports, 1 denies, in 2 documents; 1 suggested".
    QString sentence(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    model::Matrix m_matrix;
    SuggestedCells m_suggested;
    QHash<qint64, size_t> m_cells; ///< row * columns + column -> index into m_matrix.cells
};

} // namespace ui::matrix
