// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/holder_table.h"

#include "model/store/query.h"

namespace model::store {

Result<QStringList> HolderTable::all() const
{
    const auto names = queryAll(m_database, "SELECT name FROM holder ORDER BY place",
                                [](const Statement &row) { return row.text(0); });
    if (!names)
        return names.error();
    return QStringList(names->begin(), names->end());
}

Result<void> HolderTable::replace(const QStringList &holders)
{
    if (const auto emptied = execute(m_database, "DELETE FROM holder"); !emptied)
        return emptied;
    for (qsizetype place = 0; place < holders.size(); ++place) {
        const auto inserted =
            execute(m_database, "INSERT INTO holder (place, name) VALUES (?, ?)", place, holders[place]);
        if (!inserted)
            return inserted;
    }
    return {};
}

} // namespace model::store
