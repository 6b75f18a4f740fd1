// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/coverage.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <vector>

namespace ui::documents {

/// Which documents the list shows.
enum class StateFilter { All, Unfinished, Refused, New };

/// Bundles with their documents below them, as far as the filter lets them pass. Bundles without a document that passes
/// are left out.
class DocumentTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role { StateRole = Qt::UserRole, BundleRole };

    explicit DocumentTreeModel(QObject *parent = nullptr);

    void setDocuments(std::vector<model::Bundle> bundles, std::vector<model::Document> documents);
    /// For each document that is a copy, the first of those that count as one source with it.
    void setCopies(QHash<model::Sha256, model::Sha256> origins);
    /// One document that changed; its place stays.
    void updateDocument(const model::Document &document);
    void setFilter(const QString &text, StateFilter state);
    /// Those that StateFilter::New lets pass.
    void setNewDocuments(QSet<model::Sha256> documents);

    const model::Document *document(const QModelIndex &index) const; ///< null for a bundle
    model::Coverage coverage(const QModelIndex &index) const;        ///< of a document, or of all shown in a bundle
    model::Coverage coverageOfAll() const;                           ///< also of what the filter hides
    bool isReadByModel(const model::Sha256 &sha) const;              ///< false for one that is not in the list
    QModelIndex indexOf(const model::Sha256 &sha) const;             ///< invalid when it does not pass the filter
    int shownCount() const { return m_shownCount; }
    int documentCount() const { return static_cast<int>(m_documents.size()); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Group {
        size_t bundle = 0;         ///< index into m_bundles
        std::vector<size_t> shown; ///< indices into m_documents
    };
    bool passes(size_t document) const;
    void arrange();
    QString bundleText(const Group &group) const;
    QString copyText(const model::Document &document) const; ///< whose copy it is; empty for one that is none

    std::vector<model::Bundle> m_bundles;
    std::vector<model::Document> m_documents;
    std::vector<QString> m_keys; ///< what the filter looks at, case folded; one a document
    QHash<model::Sha256, size_t> m_places;
    std::vector<Group> m_groups;
    QHash<model::Sha256, model::Sha256> m_copies;
    QSet<model::Sha256> m_new;
    QString m_filterKey;
    StateFilter m_filterState = StateFilter::All;
    int m_shownCount = 0;
};

} // namespace ui::documents
