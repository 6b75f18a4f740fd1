// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/evidence_conclusion.h"

#include "model/annotate/periods.h"
#include "model/store/transaction.h"

#include <QSet>

#include <algorithm>

namespace model::session {
namespace {

using Dates = std::vector<PartialDate>;

PartialDate toTheMonth(PartialDate date)
{
    date.day = 0;
    return date;
}

/// What the passages of one finding say of when it was.
struct SaidOfTime {
    Dates begins; ///< that are said to be a beginning
    Dates ends;
    Dates held; ///< in passages that support it
};

/// The year that the page names first; 0 where it names none.
Result<int> yearOfPage(const CaseFile &file, const Passage &passage)
{
    const auto page = file.pageText(passage.document, passage.firstPage);
    if (!page)
        return page.error();
    const Dates dates = annotate::datesIn(page->text);
    return dates.empty() ? 0 : dates.front().year;
}

Result<SaidOfTime> saidOfTime(const CaseFile &file, const std::vector<EvidenceLine> &evidence)
{
    SaidOfTime said;
    const auto add = [](Dates &to, const std::optional<PartialDate> &date) {
        if (date)
            to.push_back(toTheMonth(*date));
    };
    for (const EvidenceLine &line : evidence) {
        const bool supports = line.link.stance == Stance::Supports;
        if (!supports && line.link.stance != Stance::Ended)
            continue;
        const QString &quote = line.tag.passage.quote;
        const Period period = annotate::periodOf(quote);
        const Dates dates = annotate::datesIn(quote);
        for (const PartialDate &date : dates) {
            if (supports)
                add(said.held, date);
        }
        const Period own = periodSaid(line.link.stance, period);
        add(said.begins, own.from);
        add(said.ends, own.to);
        if (supports || own.to)
            continue;
        if (!dates.empty()) {
            add(said.ends, dates.back());
            continue;
        }
        const auto year = yearOfPage(file, line.tag.passage);
        if (!year)
            return year.error();
        if (const Dates ofYear = annotate::datesIn(quote, *year); !ofYear.empty())
            add(said.ends, ofYear.back());
    }
    return said;
}

/// "2010" is "2010-07" where another says so.
PartialDate asExactAs(const PartialDate &date, const Dates &others)
{
    const auto finer = std::find_if(others.begin(), others.end(), [&date](const PartialDate &other) {
        return date.month == 0 && other.month > 0 && other.year == date.year;
    });
    return finer == others.end() ? date : *finer;
}

Period periodOf(const SaidOfTime &said)
{
    Period period;
    for (const PartialDate &date : said.begins.empty() ? said.held : said.begins) {
        const PartialDate begin = asExactAs(date, said.held);
        if (!period.from || begin.firstDay() < period.from->firstDay())
            period.from = begin;
    }
    for (const PartialDate &date : said.ends) {
        const PartialDate end = asExactAs(date, said.ends);
        if (!period.to || end.lastDay() > period.to->lastDay())
            period.to = end;
    }
    if (!period.isOrdered())
        period.to.reset();
    return period;
}

} // namespace

Result<Conclusion> concludedBy(const CaseFile &file, const std::vector<EvidenceLine> &evidence, int documents)
{
    const auto count = [&evidence](Stance stance) {
        return std::count_if(evidence.begin(), evidence.end(),
                             [stance](const EvidenceLine &line) { return line.link.stance == stance; });
    };
    const bool supported = count(Stance::Supports) > 0;
    const bool denied = count(Stance::Denies) > 0;
    if (!supported && count(Stance::Ended) == 0)
        return Conclusion{denied ? Verdict::Dismissed : Verdict::Open, {}};
    QSet<qint64> saying;
    for (const EvidenceLine &line : evidence) {
        if (line.link.stance == Stance::Supports || line.link.stance == Stance::Ended)
            saying.insert(line.documentNumber);
    }
    const auto said = saidOfTime(file, evidence);
    if (!said)
        return said.error();
    const bool once = documents < 2 || saying.size() < 2;
    const Verdict verdict = supported && denied ? Verdict::Disputed : once ? Verdict::Alleged : Verdict::Confirmed;
    return Conclusion{verdict, periodOf(*said)};
}

Period periodSaid(Stance stance, const Period &named)
{
    const bool spans = named.from != named.to;
    switch (stance) {
    case Stance::Supports:
        return spans ? named : Period();
    case Stance::Ended:
        return {spans && named.to ? named.from : std::nullopt, named.to ? named.to : named.from};
    case Stance::Denies:
    case Stance::Planned:
    case Stance::Context:
        break;
    }
    return {};
}

Result<journal::Decision> concludeFromEvidence(const CaseFile &file, const std::vector<FindingKey> &findings, Over over)
{
    const store::Snapshot snapshot(file.database());
    const auto matrix = file.matrix();
    if (!matrix)
        return matrix.error();
    journal::Decision decision;
    for (const MatrixCell &cell : matrix->cells) {
        const FindingKey finding{matrix->partners[static_cast<size_t>(cell.partner)].id,
                                 matrix->permissions[static_cast<size_t>(cell.permission)].id};
        if (std::find(findings.begin(), findings.end(), finding) == findings.end())
            continue;
        const auto evidence = file.evidence(finding);
        if (!evidence)
            return evidence.error();
        const auto concluded = concludedBy(file, *evidence, cell.documents);
        if (!concluded)
            return concluded.error();
        const Conclusion &proposed = *concluded;
        const bool all = over == Over::Everything;
        if (proposed.verdict != Verdict::Open && proposed.verdict != cell.conclusion.verdict &&
            (all || cell.conclusion.verdict == Verdict::Open))
            decision.changes.emplace_back(journal::SetVerdict{finding, proposed.verdict});
        Period period = cell.conclusion.period;
        for (auto end : {&Period::from, &Period::to}) {
            if (all ? (proposed.period.*end).has_value() : !(period.*end))
                period.*end = proposed.period.*end;
        }
        if (period.isOrdered() && !(period == cell.conclusion.period))
            decision.changes.emplace_back(journal::SetPeriod{finding, period});
    }
    return decision;
}

} // namespace model::session
