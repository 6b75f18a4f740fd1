// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/read_mark_table.h"

#include "model/store/query.h"

namespace model::store {

Result<std::optional<ReadMarkTable::Mark>> ReadMarkTable::find(const Sha256 &document, int pageIndex) const
{
    return queryOne(
        m_database,
        "SELECT by_scrolling FROM page_read"
        " WHERE document = (SELECT number FROM document WHERE sha256 = ?) AND page_index = ?",
        [](const Statement &row) { return row.integer(0) != 0 ? Mark::ByScrolling : Mark::Deliberate; }, document,
        pageIndex);
}

Result<void> ReadMarkTable::set(const Sha256 &document, int pageIndex, std::optional<Mark> mark)
{
    if (!mark)
        return execute(m_database,
                       "DELETE FROM page_read"
                       " WHERE document = (SELECT number FROM document WHERE sha256 = ?) AND page_index = ?",
                       document, pageIndex);
    return execute(m_database,
                   "INSERT INTO page_read (document, page_index, by_scrolling)"
                   " VALUES ((SELECT number FROM document WHERE sha256 = ?), ?, ?)"
                   " ON CONFLICT DO UPDATE SET by_scrolling = excluded.by_scrolling",
                   document, pageIndex, *mark == Mark::ByScrolling ? 1 : 0);
}

Result<std::vector<int>> ReadMarkTable::pagesRead(const Sha256 &document) const
{
    return queryAll(
        m_database,
        "SELECT page_index FROM page_read"
        " WHERE document = (SELECT number FROM document WHERE sha256 = ?) ORDER BY page_index",
        [](const Statement &row) { return static_cast<int>(row.integer(0)); }, document);
}

} // namespace model::store
