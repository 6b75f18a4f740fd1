// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/learning_table.h"

#include "model/store/query.h"

namespace model::store {
namespace {

const QByteArray decidedPages = "SELECT document, first_page AS page_index, 0 AS is_read FROM tag"
                                " UNION SELECT document, last_page, 0 FROM tag"
                                " UNION SELECT document, first_page, 0 FROM rejection"
                                " UNION SELECT document, last_page, 0 FROM rejection"
                                " UNION SELECT document, page_index, 1 FROM page_read WHERE by_scrolling = 0";

} // namespace

Result<std::vector<TaughtPage>> LearningTable::taughtPages() const
{
    return queryAll(
        m_database,
        "SELECT document.sha256, decided.page_index, max(decided.is_read) FROM (" + decidedPages +
            ") AS decided JOIN document ON document.number = decided.document"
            " LEFT JOIN forgotten_page AS gone"
            " ON gone.document = decided.document AND gone.page_index = decided.page_index"
            " WHERE gone.document IS NULL AND document.state = 'read' GROUP BY document.sha256, decided.page_index"
            " ORDER BY document.sha256, decided.page_index",
        [](const Statement &row) {
            return TaughtPage{row.sha256(0), static_cast<int>(row.integer(1)), row.integer(2) != 0};
        });
}

Result<void> LearningTable::forgetAll()
{
    return execute(m_database, "INSERT OR IGNORE INTO forgotten_page (document, page_index)"
                               " SELECT document, page_index FROM (" +
                                   decidedPages + ")");
}

Result<QByteArray> LearningTable::start() const
{
    const auto weights =
        queryOne(m_database, "SELECT weights FROM learning", [](const Statement &row) { return row.blob(0); });
    if (!weights)
        return weights.error();
    return weights->value_or(QByteArray());
}

Result<void> LearningTable::setStart(const QByteArray &weights)
{
    if (const auto emptied = execute(m_database, "DELETE FROM learning"); !emptied || weights.isEmpty())
        return emptied;
    return execute(m_database, "INSERT INTO learning (id, weights) VALUES (1, ?)", weights);
}

} // namespace model::store
