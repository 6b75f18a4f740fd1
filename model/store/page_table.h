// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/page_content.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// The text of the pages. The one place where page rows are written and deleted, so that the search index can follow.
/// Documents are named by their number here.
class PageTable final {
public:
    explicit PageTable(Database &database)
        : m_database(database)
    {
    }

    /// Documents have at most this many pages: a row's id is document number * maximumPages + page index.
    static constexpr qint64 maximumPages = 1048576;

    Result<std::optional<PageText>> find(qint64 document, int pageIndex) const;
    /// Puts `pages` in the place of all that were there.
    Result<void> replaceAll(qint64 document, const std::vector<PageText> &pages);
    /// For a document too large for one step, which comes in several while it waits and is indexed at the end: adds
    /// pages behind those that are there; `firstPage` is the index of the first.
    Result<void> append(qint64 document, int firstPage, const std::vector<PageText> &pages);
    /// After the last one; the document must become read in the same transaction.
    Result<void> finish(qint64 document);
    /// Puts another text in the place of one page's; its size and label stay. The document must be read.
    Result<void> replaceText(qint64 document, int pageIndex, const QString &text);
    /// Before the document's state changes: the pages of one that is not read are in no index yet.
    Result<void> removeAll(qint64 document);

private:
    Database &m_database;
};

} // namespace model::store
