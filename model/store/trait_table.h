// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/document_traits.h"

namespace model::store {

class Database;

/// What was found in the text of the documents' pages. Goes with the pages.
class TraitTable final {
public:
    explicit TraitTable(Database &database)
        : m_database(database)
    {
    }

    /// After the document's pages were stored.
    Result<void> add(qint64 document, const DocumentTraits &traits);

    Result<TraitSummary> summary(qint64 document) const;

private:
    Database &m_database;
};

} // namespace model::store
