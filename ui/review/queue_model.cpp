// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queue_model.h"

#include "ui/common/marks.h"
#include "ui/common/words.h"
#include "ui/review/suggestion_words.h"

#include <QSet>

#include <algorithm>

namespace ui::review {

using model::LinkSuggestion;
using model::QueuedSuggestion;
using model::SuggestionId;
using model::TagSuggestion;

namespace {

QString spoken(const LinkSuggestion &link)
{
    return QueueModel::tr("Suggested finding: %1").arg(suggestionText(link));
}

QString spoken(const TagSuggestion &tag)
{
    return QueueModel::tr("Suggested %1: %2").arg(wordFor(tag.kind), suggestionText(tag));
}

QIcon markOf(const LinkSuggestion &link)
{
    return iconFor(link.stance);
}

QIcon markOf(const TagSuggestion &tag)
{
    return suggestedIconFor(tag.kind);
}

} // namespace

void QueueModel::setItems(std::vector<QueuedSuggestion> items, bool isLast)
{
    QSet<SuggestionId> kept;
    for (const QueuedSuggestion &one : items)
        kept.insert(idOf(one));
    QSet<SuggestionId> gone;
    for (const QueuedSuggestion &one : m_items) {
        if (!kept.contains(idOf(one)))
            gone.insert(idOf(one));
    }
    m_isFetching = false;
    m_isLast = isLast;
    // The rows that stay keep the list where it is, which a reset would not.
    remove(gone);
    if (m_items.size() <= items.size() && std::equal(m_items.begin(), m_items.end(), items.begin())) {
        append({items.begin() + static_cast<std::ptrdiff_t>(m_items.size()), items.end()}, isLast);
        return;
    }
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

void QueueModel::append(std::vector<QueuedSuggestion> items, bool isLast)
{
    m_isFetching = false;
    m_isLast = isLast;
    // One that was made anew meanwhile may come again further on.
    std::erase_if(items, [this](const QueuedSuggestion &one) { return rowOf(idOf(one)).has_value(); });
    if (items.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(items.size()) - 1);
    std::move(items.begin(), items.end(), std::back_inserter(m_items));
    endInsertRows();
}

void QueueModel::fetchFailed()
{
    m_isFetching = false;
}

void QueueModel::remove(const QSet<SuggestionId> &ids)
{
    for (int row = rowCount() - 1; row >= 0 && !ids.isEmpty(); --row) {
        if (!ids.contains(idOf(item(row))))
            continue;
        beginRemoveRows({}, row, row);
        m_items.erase(m_items.begin() + row);
        endRemoveRows();
    }
}

void QueueModel::setReason(const SuggestionId &id, const QString &reason)
{
    m_reasonOf = id;
    m_reason = reason;
    if (const auto row = rowOf(id))
        Q_EMIT dataChanged(index(*row), index(*row), {Qt::ToolTipRole, Qt::AccessibleDescriptionRole});
}

std::optional<int> QueueModel::rowOf(const SuggestionId &id) const
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [&id](const QueuedSuggestion &one) { return idOf(one) == id; });
    return found == m_items.end() ? std::nullopt : std::optional(static_cast<int>(found - m_items.begin()));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QString QueueModel::placeOf(const QueuedSuggestion &suggestion) const
{
    const model::Passage &passage = passageOf(suggestion);
    return tr("%1, p. %2", "document, page").arg(m_titles.value(passage.document)).arg(passage.firstPage + 1);
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QueuedSuggestion &suggestion = item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return std::visit([](const auto &one) { return suggestionText(one); }, suggestion);
    case PlaceRole:
        return placeOf(suggestion);
    case Qt::DecorationRole:
        return std::visit([](const auto &one) { return markOf(one); }, suggestion);
    case Qt::AccessibleTextRole:
        return tr("%1; %2", "suggestion, place")
            .arg(std::visit([](const auto &one) { return spoken(one); }, suggestion), placeOf(suggestion));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return reason(idOf(suggestion));
    default:
        return {};
    }
}

bool QueueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isLast && !m_isFetching;
}

void QueueModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    Q_EMIT moreWanted();
}

} // namespace ui::review
