// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/decision_history.h"

#include <QAbstractTableModel>

namespace ui::decisions {

/// What was done in the case, latest first: what, where, who and when.
class DecisionTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Where, Who, When, columnCountOfAll };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(std::vector<model::session::HistoryLine> lines);
    const model::session::HistoryLine &line(int row) const { return m_lines.at(static_cast<size_t>(row)); }
    int rowOf(qint64 seq) const;   ///< -1 where it is not listed
    int rowOfStep(int step) const; ///< of what undo takes back as step 1, 2, ...; -1 where it is not listed

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    std::vector<model::session::HistoryLine> m_lines;
};

} // namespace ui::decisions
