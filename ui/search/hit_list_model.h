// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/search_hit.h"

#include <QAbstractListModel>

namespace ui::search {

/// The hits of one search, fetched a piece at a time as the reporter scrolls.
class HitListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit HitListModel(QObject *parent = nullptr)
        : QAbstractListModel(parent)
    {
    }

    /// `remarks`: what is to be said of each hit behind its place; none, or one for each.
    void setFirstPage(model::SearchPage page, const QStringList &remarks = {});
    void addPage(model::SearchPage page); ///< what `moreWanted` asked for
    void clear();
    const model::SearchHit &hit(int row) const { return m_page.hits.at(static_cast<size_t>(row)); }
    const model::SearchPage &page() const { return m_page; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted(qint64 skip);

private:
    model::SearchPage m_page;
    QStringList m_remarks;
    bool m_fetching = false;
    bool m_complete = true;
};

} // namespace ui::search
