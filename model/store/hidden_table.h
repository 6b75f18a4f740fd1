// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/hidden_line.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// The hidden passages of the pages. They go with their page.
class HiddenTable final {
public:
    explicit HiddenTable(Database &database)
        : m_database(database)
    {
    }

    /// `page` is the id of a page's row.
    Result<void> add(qint64 page, const std::vector<HiddenPassage> &passages);
    Result<std::vector<HiddenPassage>> onPage(qint64 page) const;
    /// Of a document by its number, or of all; in the order of documents and pages.
    Result<std::vector<HiddenLine>> list(const std::optional<qint64> &document) const;

private:
    Database &m_database;
};

} // namespace model::store
