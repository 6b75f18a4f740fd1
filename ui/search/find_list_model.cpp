// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/find_list_model.h"

namespace ui::search {

void FindListModel::setRows(std::vector<FindRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FindListModel::step(int from, int direction) const
{
    for (int at = from + direction; at >= 0 && at < rowCount(); at += direction) {
        if (!row(at).isHeading())
            return at;
    }
    return direction > 0 ? from : -1;
}

int FindListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FindListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FindRow &one = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return one.isHeading() ? one.group : one.text;
    case Qt::AccessibleTextRole:
        if (one.isHeading())
            return one.group;
        return one.detail.isEmpty() ? tr("%1: %2", "group, text").arg(one.group, one.text)
                                    : tr("%1: %2, %3", "group, text, detail").arg(one.group, one.text, one.detail);
    case Qt::ToolTipRole:
        return one.isHeading() ? QVariant() : one.text;
    default:
        return {};
    }
}

Qt::ItemFlags FindListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || row(index.row()).isHeading())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace ui::search
