// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hit_list_model.h"

#include "ui/common/words.h"

#include <algorithm>
#include <iterator>

namespace ui::search {

void HitListModel::setFirstPage(model::SearchPage page, const QStringList &remarks)
{
    beginResetModel();
    m_page = std::move(page);
    m_remarks = remarks;
    m_fetching = false;
    m_complete = m_page.hits.empty();
    endResetModel();
}

void HitListModel::addPage(model::SearchPage page)
{
    m_fetching = false;
    if (page.hits.empty()) {
        m_complete = true;
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(page.hits.size()) - 1);
    std::move(page.hits.begin(), page.hits.end(), std::back_inserter(m_page.hits));
    m_page.total = std::max(m_page.total, page.total);
    m_page.totalIsExact = page.totalIsExact;
    endInsertRows();
}

void HitListModel::clear()
{
    setFirstPage({});
}

int HitListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_page.hits.size());
}

QVariant HitListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const model::SearchHit &hit = m_page.hits.at(static_cast<size_t>(index.row()));
    QString place = tr("%1, %2").arg(hit.title, pageText(hit.pageIndex, hit.pageLabel));
    if (index.row() < m_remarks.size())
        place = tr("%1 (%2)", "place, remark").arg(place, m_remarks[index.row()]);
    switch (role) {
    case Qt::DisplayRole:
        return place;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(place, hit.snippet);
    case Qt::ToolTipRole:
        return hit.title;
    default:
        return {};
    }
}

bool HitListModel::canFetchMore(const QModelIndex &parent) const
{
    const qint64 have = static_cast<qint64>(m_page.hits.size());
    return !parent.isValid() && !m_complete && !m_fetching && (!m_page.totalIsExact || have < m_page.total);
}

void HitListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    Q_EMIT moreWanted(static_cast<qint64>(m_page.hits.size()));
}

} // namespace ui::search
