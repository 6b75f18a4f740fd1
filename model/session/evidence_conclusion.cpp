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

bool isEarlier(const PartialDate &one, const PartialDate &other)
{
    return one.firstDay() < other.firstDay();
}

bool isLater(const PartialDate &one, const PartialDate &other)
{
    return one.lastDay() > other.lastDay();
}

/// "2010" is "2010-07" where another says so: the foremost of those that do.
template <class Foremost> PartialDate asExactAs(const PartialDate &date, const Dates &others, Foremost isBefore)
{
    PartialDate exact = date;
    for (const PartialDate &other : others) {
        const bool isFiner = date.month == 0 && other.month > 0 && other.year == date.year;
        if (isFiner && (exact.month == 0 || isBefore(other, exact)))
            exact = other;
    }
    return exact;
}

Period periodOf(const SaidOfTime &said)
{
    Period period;
    for (const PartialDate &date : said.begins.empty() ? said.held : said.begins) {
        const PartialDate begin = asExactAs(date, said.held, isEarlier);
        if (!period.from || isEarlier(begin, *period.from))
            period.from = begin;
    }
    for (const PartialDate &date : said.ends) {
        const PartialDate end = asExactAs(date, said.ends, isLater);
        if (!period.to || isLater(end, *period.to))
            period.to = end;
    }
    if (!period.isOrdered())
        period.to.reset();
    return period;
}

/// What is concluded then: `now` where the evidence adds nothing to it.
Conclusion settled(const Conclusion &now, const Conclusion &proposed, Over over)
{
    const bool all = over == Over::Everything;
    Conclusion settled = now;
    if (proposed.verdict != Verdict::Open && (all || now.verdict == Verdict::Open))
        settled.verdict = proposed.verdict;
    if (all && !proposed.period.isEmpty()) {
        settled.period = proposed.period;
        return settled;
    }
    Period filled = now.period;
    for (auto end : {&Period::from, &Period::to}) {
        if (!(filled.*end))
            filled.*end = proposed.period.*end;
    }
    if (filled.isOrdered())
        settled.period = filled;
    return settled;
}

} // namespace

Result<Conclusion> concludedBy(const CaseFile &file, const std::vector<EvidenceLine> &evidence)
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
    const Verdict verdict = supported && denied ? Verdict::Disputed
                            : saying.size() < 2 ? Verdict::Alleged
                                                : Verdict::Confirmed;
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
    journal::Decision decision;
    for (const FindingKey &finding : findings) {
        const auto now = file.conclusion(finding);
        if (!now)
            return now.error();
        const auto evidence = file.evidence(finding);
        if (!evidence)
            return evidence.error();
        const auto proposed = concludedBy(file, *evidence);
        if (!proposed)
            return proposed.error();
        const Conclusion then = settled(*now, *proposed, over);
        if (then.verdict != now->verdict)
            decision.changes.emplace_back(journal::SetVerdict{finding, then.verdict});
        if (!(then.period == now->period))
            decision.changes.emplace_back(journal::SetPeriod{finding, then.period});
    }
    return decision;
}

} // namespace model::session
