// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/signature.h"
#include "model/domain/tag.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// A tag and who made it what it is.
struct SignedTag {
    Tag tag;
    Signature by;
};

/// The passages that the reporter marked.
class TagTable final {
public:
    explicit TagTable(Database &database)
        : m_database(database)
    {
    }

    Result<std::optional<SignedTag>> find(const TagId &id) const;
    Result<std::vector<Tag>> ofDocument(const Sha256 &sha) const; ///< in reading order
    Result<std::vector<Tag>> onPage(const Sha256 &sha, int pageIndex) const;
    Result<std::vector<Tag>> naming(const SubjectId &root) const; ///< also through merges; in reading order

    /// The document must be there.
    Result<void> insert(const Tag &tag, const Signature &by);
    Result<void> change(const Tag &tag, const Signature &by); ///< all but its id and document
    Result<void> remove(const TagId &id);

private:
    Database &m_database;
};

} // namespace model::store
