// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/trait_table.h"

#include "model/store/page_table.h"
#include "model/store/query.h"

namespace model::store {

Result<void> TraitTable::add(qint64 document, const DocumentTraits &traits)
{
    const qint64 first = document * PageTable::maximumPages;
    for (std::size_t i = 0; i < traits.bates.size(); ++i) {
        const QString &number = traits.bates[i];
        if (number.isEmpty())
            continue;
        if (const auto added =
                execute(m_database, "INSERT OR REPLACE INTO bates_number (page, number, number_key) VALUES (?, ?, ?)",
                        first + static_cast<qint64>(i), number, batesKey(number));
            !added)
            return added;
    }
    for (std::size_t i = 0; i < traits.languages.size(); ++i) {
        if (traits.languages[i].isEmpty())
            continue;
        if (const auto added =
                execute(m_database, "INSERT OR REPLACE INTO page_language (page, language) VALUES (?, ?)",
                        first + static_cast<qint64>(i), traits.languages[i]);
            !added)
            return added;
    }
    for (const TextDate &date : traits.dates) {
        if (const auto added = execute(m_database, "INSERT OR REPLACE INTO text_date (page, day) VALUES (?, ?)",
                                       first + date.firstPage, date.date.toString());
            !added)
            return added;
    }
    return {};
}

Result<TraitSummary> TraitTable::summary(qint64 document) const
{
    const qint64 first = document * PageTable::maximumPages;
    const qint64 last = first + PageTable::maximumPages - 1;
    const auto text = [](const Statement &row) { return row.text(0); };
    TraitSummary summary;
    const auto numbers = queryAll(
        m_database, "SELECT number FROM bates_number WHERE page BETWEEN ? AND ? ORDER BY page", text, first, last);
    if (!numbers)
        return numbers.error();
    if (!numbers->empty()) {
        summary.firstBates = numbers->front();
        summary.lastBates = numbers->back();
    }
    const auto languages = queryAll(
        m_database, "SELECT language, count(*) FROM page_language WHERE page BETWEEN ? AND ? GROUP BY language",
        [](const Statement &row) { return std::pair(row.text(0), static_cast<int>(row.integer(1))); }, first, last);
    if (!languages)
        return languages.error();
    summary.languages.insert(languages->begin(), languages->end());
    const auto dates = queryAll(
        m_database, "SELECT DISTINCT day FROM text_date WHERE page BETWEEN ? AND ? ORDER BY day", text, first, last);
    if (!dates)
        return dates.error();
    summary.dates = QStringList(dates->begin(), dates->end());
    return summary;
}

} // namespace model::store
