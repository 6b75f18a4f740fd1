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

void QueueModel::setItems(std::vector<ListedSuggestion> items, bool isLast)
{
    QSet<SuggestionId> kept;
    for (const ListedSuggestion &one : items)
        kept.insert(idOf(one.suggestion));
    QSet<SuggestionId> gone;
    for (const ListedSuggestion &one : m_items) {
        if (!kept.contains(idOf(one.suggestion)))
            gone.insert(idOf(one.suggestion));
    }
    m_isFetching = false;
    m_isLast = isLast;
    // The rows that stay keep the list where it is, which a reset would not.
    remove(gone);
    const auto sameId = [](const ListedSuggestion &a, const ListedSuggestion &b) {
        return idOf(a.suggestion) == idOf(b.suggestion);
    };
    const auto begin =
        m_items.empty() ? items.begin() : std::find_if(items.begin(), items.end(), [&](const ListedSuggestion &one) {
            return sameId(one, m_items.front());
        });
    const auto count = static_cast<std::ptrdiff_t>(m_items.size());
    if (items.end() - begin < count || !std::equal(m_items.begin(), m_items.end(), begin, sameId)) {
        beginResetModel();
        m_items = std::move(items);
        number();
        endResetModel();
        return;
    }
    const auto before = static_cast<int>(begin - items.begin());
    insert(rowCount(), {begin + count, items.end()});
    insert(0, {items.begin(), begin});
    // The model may be surer of one than it was.
    const bool isAnew = !std::equal(m_items.begin(), m_items.end(), items.begin(), items.end(),
                                    [](const auto &a, const auto &b) { return a.suggestion == b.suggestion; });
    m_items = std::move(items);
    if (isAnew)
        Q_EMIT dataChanged(index(before), index(before + static_cast<int>(count) - 1));
}

void QueueModel::append(std::vector<ListedSuggestion> items, bool isLast)
{
    m_isFetching = false;
    m_isLast = isLast;
    // One that was made anew meanwhile may come again further on.
    std::erase_if(items, [this](const ListedSuggestion &one) { return m_rows.contains(idOf(one.suggestion)); });
    insert(rowCount(), std::move(items));
}

void QueueModel::insert(int row, std::vector<ListedSuggestion> items)
{
    if (items.empty())
        return;
    beginInsertRows({}, row, row + static_cast<int>(items.size()) - 1);
    m_items.insert(m_items.begin() + row, std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    number();
    endInsertRows();
}

void QueueModel::fetchFailed()
{
    m_isFetching = false;
}

void QueueModel::remove(const QSet<SuggestionId> &ids)
{
    const auto isGone = [&](int row) { return ids.contains(idOf(item(row))); };
    for (int end = rowCount(); end > 0 && !ids.isEmpty();) {
        if (!isGone(end - 1)) {
            --end;
            continue;
        }
        int first = end - 1;
        while (first > 0 && isGone(first - 1))
            --first;
        beginRemoveRows({}, first, end - 1);
        m_items.erase(m_items.begin() + first, m_items.begin() + end);
        number();
        endRemoveRows();
        end = first;
    }
}

void QueueModel::number()
{
    m_rows.clear();
    m_rows.reserve(static_cast<qsizetype>(m_items.size()));
    for (int row = 0; row < rowCount(); ++row)
        m_rows.insert(idOf(item(row)), row);
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
    const auto found = m_rows.constFind(id);
    return found == m_rows.constEnd() ? std::nullopt : std::optional(*found);
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
