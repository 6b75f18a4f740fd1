// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// Which pages the reporter has read.
class ReadMarkTable final {
public:
    explicit ReadMarkTable(Database &database)
        : m_database(database)
    {
    }

    enum class Mark { ByScrolling, Deliberate };
    Result<std::optional<Mark>> find(const Sha256 &document, int pageIndex) const;
    Result<void> set(const Sha256 &document, int pageIndex, std::optional<Mark> mark);
    Result<std::vector<int>> pagesRead(const Sha256 &document) const; ///< page indexes, ascending

private:
    Database &m_database;
};

} // namespace model::store
