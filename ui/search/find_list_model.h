// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/search/find_rows.h"

#include <QAbstractListModel>

namespace ui::search {

/// The lines below the search box; the names of groups cannot be chosen.
class FindListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<FindRow> rows);
    const FindRow &row(int index) const { return m_rows.at(static_cast<size_t>(index)); }
    /// The next row below (1) or above (-1) that can be chosen; -1 above the first, `from` below the last.
    int step(int from, int direction) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<FindRow> m_rows;
};

} // namespace ui::search
