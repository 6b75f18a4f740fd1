// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/timeline.h"

#include "model/annotate/periods.h"
#include "model/session/suggestions.h"
#include "model/store/suggestion_table.h"
#include "model/store/transaction.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace model::session {
namespace {

FindingKey findingAt(const Matrix &matrix, const MatrixCell &cell)
{
    return {matrix.partners[static_cast<size_t>(cell.partner)].id,
            matrix.permissions[static_cast<size_t>(cell.permission)].id};
}

TimelineMark markOf(EvidenceLine line)
{
    const Period period = annotate::periodOf(line.tag.passage.quote);
    return {line.link.id, line.link.stance,     std::move(line.tag.passage),
            period,       std::move(line.file), std::move(line.pageLabel)};
}

Result<std::map<FindingKey, std::vector<TimelineMark>>> decidedMarks(const CaseFile &file)
{
    auto evidence = file.evidence();
    if (!evidence)
        return evidence.error();
    std::map<FindingKey, std::vector<TimelineMark>> marks;
    for (EvidenceLine &line : *evidence)
        marks[line.finding].push_back(markOf(std::move(line)));
    return marks;
}

/// What is suggested and names a time, by partner and permission as suggested.
Result<std::map<std::pair<QString, QString>, std::vector<TimelineMark>>> suggestedMarks(const CaseFile &file)
{
    auto dated = store::SuggestionTable(file.database()).dated();
    if (!dated)
        return dated.error();
    std::map<std::pair<QString, QString>, std::vector<TimelineMark>> marks;
    for (auto &[link, name] : *dated)
        marks[{link.partner, link.permission}].push_back(
            {std::nullopt, link.stance, std::move(link.passage), link.period, std::move(name), {}});
    return marks;
}

} // namespace

int Timeline::undatedCount() const
{
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const TimelineRow &row) { return !row.isDated(); }));
}

DaySpan Timeline::days() const
{
    DaySpan all;
    for (const TimelineRow &row : rows) {
        const DaySpan days = row.days();
        if (days.isEmpty())
            continue;
        all.first = std::min(all.first.value_or(*days.first), *days.first);
        all.last = std::max(all.last.value_or(*days.last), *days.last);
    }
    return all;
}

Result<Timeline> timeline(const CaseFile &file)
{
    const store::Snapshot snapshot(file.database());
    auto matrix = file.matrix();
    if (!matrix)
        return matrix.error();
    auto marks = decidedMarks(file);
    if (!marks)
        return marks.error();
    Timeline result{*std::move(matrix), {}};
    result.rows.reserve(result.matrix.cells.size());
    for (const MatrixCell &cell : result.matrix.cells)
        result.rows.push_back(timelineRow(cell.conclusion, std::move((*marks)[findingAt(result.matrix, cell)])));
    return result;
}

Result<Timeline> suggestedTimeline(const CaseFile &file)
{
    const store::Snapshot snapshot(file.database());
    auto both = suggestedMatrix(file);
    if (!both)
        return both.error();
    auto decided = decidedMarks(file);
    if (!decided)
        return decided.error();
    auto suggested = suggestedMarks(file);
    if (!suggested)
        return suggested.error();
    Timeline result{both->matrix, {}};
    result.matrix.cells.clear();
    for (size_t i = 0; i < both->matrix.cells.size(); ++i) {
        const MatrixCell &cell = both->matrix.cells[i];
        std::vector<TimelineMark> marks = std::move((*decided)[findingAt(both->matrix, cell)]);
        for (const auto &names : both->suggested[i].findings) {
            const auto found = suggested->find(names);
            if (found != suggested->end())
                std::move(found->second.begin(), found->second.end(), std::back_inserter(marks));
        }
        // Without a time it says nothing here.
        if (both->isOnlySuggested(i) && marks.empty())
            continue;
        result.matrix.cells.push_back(cell);
        result.rows.push_back(timelineRow(cell.conclusion, std::move(marks)));
    }
    return result;
}

Timeline filtered(const Timeline &timeline, const MatrixFilter &filter)
{
    if (filter.isEmpty())
        return timeline;
    Timeline result{filtered(timeline.matrix, filter), {}};
    result.rows.reserve(result.matrix.cells.size());
    // Both are in the same order.
    size_t whole = 0;
    for (const MatrixCell &cell : result.matrix.cells) {
        const FindingKey wanted = findingAt(result.matrix, cell);
        while (!(findingAt(timeline.matrix, timeline.matrix.cells[whole]) == wanted))
            ++whole;
        result.rows.push_back(timeline.rows[whole]);
    }
    return result;
}

} // namespace model::session
