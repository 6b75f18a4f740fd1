// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "model/session/saved_searches.h"

#include <QAbstractListModel>
#include <QTimer>

#include <optional>
#include <vector>

namespace ui::search {

/// The searches saved in the case, by name, each with the pages that are new since it was last opened. Every change is
/// remembered with the case, but never before what is stored there was read: what is saved earlier is added to it then.
/// Renamed by editing.
class SavedSearchModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit SavedSearchModel(model::session::CaseSession &session, QObject *parent = nullptr);

    const model::session::SavedSearch &search(int row) const { return m_searches.at(static_cast<size_t>(row)); }
    QString countText(int row) const; ///< "12 pages, 3 new"; empty until it was counted
    /// A name that is taken gets the new query. Gives the row.
    int save(const QString &name, const QString &query, qint64 seen);
    void remove(int row); ///< `removed` follows
    void bringBack();     ///< what was removed last
    /// The query was searched for: none of these pages is new any more.
    void setSeen(const QString &query, qint64 pages);
    void count(); ///< anew, how many pages answer each

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void counted();
    void removed(const QString &sentence);
    /// What is stored could not be read, so nothing is written either; the next change tries again.
    void problem(const QString &sentence);

private:
    using Counts = std::vector<std::optional<model::session::PageCount>>;
    void load();
    void merge(std::vector<model::session::SavedSearch> stored);
    void keep();
    int rowOf(const QString &name) const;
    /// Before which a new name stands.
    std::vector<model::session::SavedSearch>::const_iterator placeFor(const QString &name) const;

    model::session::CaseSession &m_session;
    model::session::Inquiry m_loading;
    model::session::Inquiry m_counting;
    QTimer m_countSoon;      ///< gathers the many changes of an import
    bool m_isLoaded = false; ///< m_searches has what is stored
    std::vector<model::session::SavedSearch> m_searches;
    Counts m_counts; ///< one for each search, or none at all
    std::optional<model::session::SavedSearch> m_removed;
};

} // namespace ui::search
