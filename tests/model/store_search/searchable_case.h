// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/search_hit.h"
#include "model/store/database.h"

#include <QTemporaryDir>

#include <memory>

/// A case file with pages that are indexed, written straight into its tables.
class SearchableCase final {
public:
    SearchableCase();

    model::store::Database &database() { return *m_database; }
    QString path() const { return m_folder.filePath(QStringLiteral("case.sqlite")); }

    /// Gives the document's number.
    qint64 addDocument(const QString &path, const QStringList &pages, const QString &title = {});
    void run(const QByteArray &sql);

    /// Fails the test on an error.
    model::SearchPage search(const QString &query, model::SearchOrder order = model::SearchOrder::Ranked,
                             qint64 offset = 0, qint64 count = 1000);
    /// The hits as "number/page" with pages from 1, sorted by document and page.
    QStringList pages(const QString &query);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<model::store::Database> m_database;
    qint64 m_documents = 0;
};
