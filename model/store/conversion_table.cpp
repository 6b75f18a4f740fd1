// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/conversion_table.h"

#include "model/store/facts_json.h"
#include "model/store/query.h"

namespace model::store {
namespace {

ConversionTable::Waiting waitingFrom(const Statement &row)
{
    return {row.integer(0), row.sha256(1), row.integer(2), row.word(3, &factsFromJson)};
}

Conversion conversionFrom(const Statement &row, int column)
{
    return {row.sha256(column), row.integer(column + 1), row.text(column + 2)};
}

} // namespace

Result<std::vector<ConversionTable::Waiting>> ConversionTable::waiting() const
{
    return queryAll(m_database,
                    "SELECT number, sha256, size, facts FROM document WHERE state = 'waiting' AND kind = 'office'"
                    " ORDER BY number",
                    waitingFrom);
}

Result<std::vector<ConversionTable::Converted>> ConversionTable::converted() const
{
    return queryAll(
        m_database,
        "SELECT number, document.sha256, document.size, facts, conversion.sha256, conversion.size, converter"
        " FROM conversion JOIN document ON number = document WHERE state = 'read' ORDER BY number",
        [](const Statement &row) {
            return Converted{waitingFrom(row), conversionFrom(row, 4)};
        });
}

Result<std::optional<Conversion>> ConversionTable::find(const Sha256 &document) const
{
    return queryOne(
        m_database,
        "SELECT conversion.sha256, conversion.size, converter FROM conversion JOIN document ON number = document"
        " WHERE document.sha256 = ?",
        [](const Statement &row) { return conversionFrom(row, 0); }, document);
}

Result<void> ConversionTable::store(qint64 number, const Conversion &conversion)
{
    return execute(m_database,
                   "INSERT INTO conversion (document, sha256, size, converter) VALUES (?, ?, ?, ?)"
                   " ON CONFLICT (document) DO UPDATE SET sha256 = excluded.sha256, size = excluded.size,"
                   " converter = excluded.converter",
                   number, conversion.sha256, conversion.size, conversion.converter);
}

Result<void> ConversionTable::letWait(qint64 number)
{
    return execute(m_database, "UPDATE document SET state = 'waiting' WHERE number = ? AND state = 'read'", number);
}

} // namespace model::store
