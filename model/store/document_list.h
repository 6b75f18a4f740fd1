// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/document.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// Documents and bundles as the lists show them.
class DocumentList final {
public:
    explicit DocumentList(Database &database)
        : m_database(database)
    {
    }

    Result<std::vector<Bundle>> bundles() const; ///< in order of import
    /// By number. Without archives that were unpacked, or still are to be: their entries are listed instead.
    Result<std::vector<Document>> all() const;
    Result<std::vector<Document>> first(int count) const; ///< of all()
    Result<std::optional<Document>> find(const Sha256 &sha) const;
    Result<std::optional<Document>> find(qint64 number) const;
    /// Archives too. `name` is the last part of an origin, or all of it.
    Result<std::vector<Document>> withFileName(const QString &name) const;
    /// The archives, mails and PDFs that the document was taken out of, at any depth: they hold its bytes, and so do
    /// the later states of a PDF where it is an earlier one.
    Result<std::vector<Document>> archivesHolding(qint64 number) const;
    Result<std::vector<Document>> withSha256Prefix(const QString &hexDigits) const;
    Result<std::optional<DocumentFacts>> facts(const Sha256 &sha) const;

private:
    Result<std::vector<qint64>> laterStates(qint64 number) const;
    Result<std::vector<Document>> numbered(const std::vector<qint64> &numbers) const;
    Database &m_database;
};

} // namespace model::store
