// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/rejection.h"
#include "model/domain/signature.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// A rejection and who made it.
struct SignedRejection {
    Rejection rejection;
    Signature by;
};

/// A name that is never a partner.
struct BlockedName {
    QString name;
    std::optional<Sha256> document; ///< the only one that it was met in when it was blocked

    friend bool operator==(const BlockedName &, const BlockedName &) = default;
};

/// Equal for the same words, however they are broken into lines.
qint64 quoteKey(const QString &quote);

/// What the reporter said no to: suggestions, and names.
class RejectionTable final {
public:
    explicit RejectionTable(Database &database)
        : m_database(database)
    {
    }

    Result<std::optional<SignedRejection>> find(const RejectionId &id) const;
    Result<std::vector<Rejection>> all() const; ///< by id
    /// Those of the document, and those of others with the words of one of its suggestions. The document's number.
    Result<std::vector<Rejection>> concerning(qint64 document) const;
    /// The document must be there.
    Result<void> insert(const Rejection &rejection, const Signature &by);
    Result<void> remove(const RejectionId &id);

    Result<std::optional<BlockedName>> blocked(const QString &key) const; ///< as nameKey() gives it
    Result<QStringList> blockedNames() const;                             ///< by key
    Result<void> block(const BlockedName &blocked);
    Result<void> unblock(const QString &key);

private:
    Database &m_database;
};

} // namespace model::store
