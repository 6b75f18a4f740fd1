// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/saved_search_model.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace ui::search {

using model::Result;
using model::session::CaseFile;
using model::session::CaseSession;
using model::session::PageCount;
using model::session::SavedSearch;

namespace {

constexpr int countAfterMs = 1000;

} // namespace

SavedSearchModel::SavedSearchModel(CaseSession &session, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(countAfterMs);
    connect(&m_countSoon, &QTimer::timeout, this, &SavedSearchModel::count);
    connect(&session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (changes.documentList && !m_countSoon.isActive())
            m_countSoon.start();
    });
    load();
}

void SavedSearchModel::load()
{
    m_loading.ask<std::vector<SavedSearch>>(
        m_session, &model::session::savedSearches, [this](Result<std::vector<SavedSearch>> answer) {
            if (answer)
                merge(*std::move(answer));
            else
                Q_EMIT problem(tr("The saved searches could not be read, so changes "
                                  "to them are not kept. %1")
                                   .arg(answer.error().sentence));
        });
}

void SavedSearchModel::merge(std::vector<SavedSearch> stored)
{
    m_isLoaded = true;
    const bool hasUnkept = !m_searches.empty();
    m_counting.cancel(); // of another list
    beginResetModel();
    const std::vector<SavedSearch> unkept = std::exchange(m_searches, std::move(stored));
    m_counts.clear();
    for (const SavedSearch &search : unkept) {
        if (const int row = rowOf(search.name); row >= 0)
            m_searches[static_cast<size_t>(row)] = search;
        else
            m_searches.insert(placeFor(search.name), search);
    }
    endResetModel();
    if (hasUnkept)
        keep();
    count();
}

void SavedSearchModel::count()
{
    if (m_searches.empty())
        return;
    m_counting.ask<Counts>(
        m_session, [searches = m_searches](const CaseFile &file) { return model::session::countPages(file, searches); },
        [this](Result<Counts> answer) {
            if (!answer || answer->size() != m_searches.size())
                return;
            m_counts = *std::move(answer);
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
            Q_EMIT counted();
        });
}

QString SavedSearchModel::countText(int row) const
{
    const auto at = static_cast<size_t>(row);
    if (at >= m_counts.size())
        return {};
    const std::optional<PageCount> &count = m_counts[at];
    if (!count)
        return tr("the query is wrong");
    const int pages = static_cast<int>(count->pages);
    const qint64 fresh = count->pages - m_searches[at].seen;
    const QString all = !count->isExact     ? tr("more than %Ln pages", nullptr, pages)
                        : count->pages == 1 ? tr("1 page")
                                            : tr("%Ln pages", nullptr, pages);
    return fresh <= 0 ? all : tr("%1, %2 new", "pages, how many of them").arg(all, QLocale().toString(fresh));
}

void SavedSearchModel::keep()
{
    // The list is written whole: without what is stored it would erase that. merge() keeps it then.
    if (!m_isLoaded) {
        if (!m_loading.isWaiting())
            load();
        return;
    }
    m_session.remember(model::session::savedSearchesKey, toText(m_searches));
}

int SavedSearchModel::rowOf(const QString &name) const
{
    const auto found = std::find_if(m_searches.begin(), m_searches.end(),
                                    [&name](const SavedSearch &search) { return search.name == name; });
    return found == m_searches.end() ? -1 : static_cast<int>(found - m_searches.begin());
}

std::vector<SavedSearch>::const_iterator SavedSearchModel::placeFor(const QString &name) const
{
    return std::find_if(m_searches.begin(), m_searches.end(), [&name](const SavedSearch &search) {
        return QString::localeAwareCompare(search.name, name) > 0;
    });
}

int SavedSearchModel::save(const QString &name, const QString &query, qint64 seen)
{
    int row = rowOf(name);
    if (row >= 0) {
        m_searches[static_cast<size_t>(row)] = {name, query, seen};
        Q_EMIT dataChanged(index(row), index(row));
    } else {
        const auto place = placeFor(name);
        row = static_cast<int>(place - m_searches.begin());
        m_counting.cancel();
        beginInsertRows({}, row, row);
        m_searches.insert(place, {name, query, seen});
        m_counts.clear();
        endInsertRows();
    }
    keep();
    count();
    return row;
}

void SavedSearchModel::remove(int row)
{
    m_counting.cancel(); // of another list
    beginRemoveRows({}, row, row);
    m_removed = std::exchange(m_searches[static_cast<size_t>(row)], {});
    m_searches.erase(m_searches.begin() + row);
    if (static_cast<size_t>(row) < m_counts.size())
        m_counts.erase(m_counts.begin() + row);
    endRemoveRows();
    keep();
    Q_EMIT removed(tr("The saved search “%1” was removed.").arg(m_removed->name));
}

void SavedSearchModel::bringBack()
{
    if (const auto search = std::exchange(m_removed, std::nullopt))
        save(search->name, search->query, search->seen);
}

void SavedSearchModel::setSeen(const QString &query, qint64 pages)
{
    bool isNews = false;
    for (size_t i = 0; i < m_searches.size(); ++i) {
        if (m_searches[i].query != query)
            continue;
        isNews |= std::exchange(m_searches[i].seen, pages) != pages;
        if (i < m_counts.size() && m_counts[i])
            m_counts[i]->pages = pages;
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
    if (isNews)
        keep();
}

int SavedSearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_searches.size());
}

QVariant SavedSearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SavedSearch &saved = search(index.row());
    const QString count = countText(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return count.isEmpty() ? saved.name : tr("%1 (%2)", "saved search, pages").arg(saved.name, count);
    case Qt::EditRole:
        return saved.name;
    case Qt::ToolTipRole:
        return saved.query;
    default:
        return {};
    }
}

bool SavedSearchModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().simplified();
    if (!index.isValid() || role != Qt::EditRole || name.isEmpty() || rowOf(name) >= 0)
        return false;
    m_searches[static_cast<size_t>(index.row())].name = name;
    keep();
    Q_EMIT dataChanged(index, index);
    return true;
}

Qt::ItemFlags SavedSearchModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

} // namespace ui::search
