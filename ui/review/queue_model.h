// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/suggestion_queue.h"

#include <QAbstractListModel>
#include <QHash>

#include <memory>
#include <optional>

namespace ui::review {

/// Where a part of the queue begins, and the part before it; null for the first.
struct QueuePartStart {
    model::QueueCursor cursor;
    std::shared_ptr<const QueuePartStart> before;
};
using PartStart = std::shared_ptr<const QueuePartStart>;

/// One that is listed, with the part that it came in: the queue can be read again from there.
struct ListedSuggestion {
    model::QueuedSuggestion suggestion;
    PartStart part;
};

/// A stretch of what is suggested in the case, in the order of the queue, fetched a part at a time as the reporter goes
/// on. What lies far behind may be left out of it again, so that no change costs more the further one has come.
class QueueModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { PlaceRole = Qt::UserRole }; ///< where it stands: "agreement.pdf, p. 4"

    explicit QueueModel(QObject *parent = nullptr)
        : QAbstractListModel(parent)
    {
    }

    /// Titles of documents met from now on, added to those known.
    void addTitles(const QHash<model::Sha256, QString> &titles) { m_titles.insert(titles); }
    const QHash<model::Sha256, QString> &titles() const { return m_titles; }
    /// In the place of all that was there; rows that were there and follow one another as before stay.
    void setItems(std::vector<ListedSuggestion> items, bool isLast);
    void append(std::vector<ListedSuggestion> items, bool isLast); ///< what `moreWanted` asked for
    void fetchFailed();                                            ///< the same, and it may be asked for again
    void remove(const QSet<model::SuggestionId> &ids);
    void setReason(const model::SuggestionId &id, const QString &reason); ///< of one; that of another is forgotten

    const model::QueuedSuggestion &item(int row) const { return m_items.at(static_cast<size_t>(row)).suggestion; }
    const PartStart &partOf(int row) const { return m_items.at(static_cast<size_t>(row)).part; }
    std::optional<int> rowOf(const model::SuggestionId &id) const;
    QString reason(const model::SuggestionId &id) const { return m_reasonOf == id ? m_reason : QString(); }
    bool isComplete() const { return m_isLast; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    QString placeOf(const model::QueuedSuggestion &suggestion) const;
    void insert(int row, std::vector<ListedSuggestion> items);
    void number();

    std::vector<ListedSuggestion> m_items;
    QHash<model::SuggestionId, int> m_rows; ///< of each
    QHash<model::Sha256, QString> m_titles;
    std::optional<model::SuggestionId> m_reasonOf;
    QString m_reason;
    bool m_isLast = true;
    bool m_isFetching = false;
};

} // namespace ui::review
