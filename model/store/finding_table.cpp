// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/finding_table.h"

#include "model/store/query.h"

namespace model::store {
namespace {

Conclusion conclusionFrom(const Statement &row, int column)
{
    return {row.word(column, &verdictFromWord),
            {PartialDate::fromString(row.text(column + 1)), PartialDate::fromString(row.text(column + 2))}};
}

} // namespace

Result<Conclusion> FindingTable::conclusion(const FindingKey &finding) const
{
    const auto found = queryOne(
        m_database, "SELECT verdict, period_from, period_to FROM finding WHERE partner = ? AND permission = ?",
        [](const Statement &row) { return conclusionFrom(row, 0); }, finding.partner, finding.permission);
    if (!found)
        return found.error();
    return found->value_or(Conclusion());
}

Result<void> FindingTable::setConclusion(const FindingKey &finding, const Conclusion &conclusion)
{
    if (conclusion.isEmpty())
        return execute(m_database, "DELETE FROM finding WHERE partner = ? AND permission = ?", finding.partner,
                       finding.permission);
    return execute(m_database,
                   "INSERT INTO finding (partner, permission, verdict, period_from, period_to) VALUES (?, ?, ?, ?, ?)"
                   " ON CONFLICT DO UPDATE SET verdict = excluded.verdict, period_from = excluded.period_from,"
                   " period_to = excluded.period_to",
                   finding.partner, finding.permission, toWord(conclusion.verdict), toText(conclusion.period.from),
                   toText(conclusion.period.to));
}

Result<std::vector<FindingTable::Row>> FindingTable::all() const
{
    return queryAll(m_database,
                    "SELECT partner, permission, verdict, period_from, period_to FROM finding"
                    " ORDER BY partner, permission",
                    [](const Statement &row) {
                        return Row{{row.id<Subject>(0), row.id<Subject>(1)}, conclusionFrom(row, 2)};
                    });
}

} // namespace model::store
