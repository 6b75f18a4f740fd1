// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/timeline_row.h"

#include <QDate>

#include <algorithm>
#include <limits>
#include <tuple>

namespace model::session {
namespace {

constexpr qint64 always = std::numeric_limits<qint64>::max();

qint64 dayOf(int yyyymmdd)
{
    return QDate(yyyymmdd / 10000, yyyymmdd / 100 % 100, yyyymmdd % 100).toJulianDay();
}

qint64 firstDayOf(const PartialDate &date)
{
    return dayOf(date.firstDay());
}

qint64 lastDayOf(const PartialDate &date)
{
    return dayOf(date.lastDay());
}

bool isBefore(const PartialDate &a, const PartialDate &b)
{
    return a.lastDay() < b.firstDay();
}

bool isDatedMark(const TimelineMark &mark)
{
    return !mark.period.isEmpty();
}

/// "from 2016", "from 2016 to 2018": it began then. "In 2016" only says that it held.
bool namesBeginning(const Period &period)
{
    return period.from && period.from != period.to;
}

bool namesEnd(const Period &period)
{
    return period.to && period.from != period.to;
}

/// When it ended, by a passage that says so.
std::optional<PartialDate> endOf(const TimelineMark &mark)
{
    return mark.period.to ? mark.period.to : mark.period.from;
}

/// The last day for which a passage certainly supports it.
qint64 certainlyUntil(const Period &period)
{
    if (period.to)
        return firstDayOf(*period.to);
    return period.from ? firstDayOf(*period.from) : 0;
}

bool overlap(const DaySpan &a, const DaySpan &b)
{
    return a.first.value_or(0) <= b.last.value_or(always) && b.first.value_or(0) <= a.last.value_or(always);
}

/// Whether a time certainly reaches out of the concluded period.
bool reachesOut(const Period &named, const Period &concluded)
{
    const bool before = concluded.from && ((named.from && isBefore(*named.from, *concluded.from)) ||
                                           (named.to && isBefore(*named.to, *concluded.from)));
    const bool behind = concluded.to && ((named.to && isBefore(*concluded.to, *named.to)) ||
                                         (named.from && isBefore(*concluded.to, *named.from)));
    return before || behind;
}

class RowMaker {
public:
    explicit RowMaker(TimelineRow &row)
        : m_row(row)
    {
    }

    void make()
    {
        findGaps();
        if (!m_row.conclusion.period.isEmpty())
            addConcludedBar();
        else
            addEvidenceBars();
        addSuggestedBars();
        for (int i = 0; i < static_cast<int>(m_row.marks.size()); ++i)
            contradict(i);
    }

private:
    template <class Act> void forEach(Stance stance, Act act, bool suggested = false) const
    {
        for (const TimelineMark &mark : std::as_const(m_row.marks)) {
            if (mark.stance == stance && isDatedMark(mark) && mark.isSuggested() == suggested)
                act(mark);
        }
    }

    void findGaps()
    {
        std::vector<PartialDate> ends;
        forEach(Stance::Ended, [&](const TimelineMark &mark) { ends.push_back(*endOf(mark)); });
        forEach(Stance::Supports, [&](const TimelineMark &mark) {
            if (namesEnd(mark.period))
                ends.push_back(*mark.period.to);
        });
        std::vector<TimelineGap> gaps;
        forEach(Stance::Supports, [&](const TimelineMark &mark) {
            if (!namesBeginning(mark.period))
                return;
            // The latest end before it began again.
            const PartialDate *latest = nullptr;
            for (const PartialDate &end : ends) {
                if (isBefore(end, *mark.period.from) && (!latest || latest->lastDay() < end.lastDay()))
                    latest = &end;
            }
            if (latest && lastDayOf(*latest) + 1 < firstDayOf(*mark.period.from) &&
                !isSupportedBetween(*latest, *mark.period.from))
                gaps.push_back({*latest, *mark.period.from});
        });
        const auto key = [](const TimelineGap &gap) {
            return std::tuple(gap.ended.lastDay(), gap.beganAgain.firstDay());
        };
        std::sort(gaps.begin(), gaps.end(), [&key](const auto &a, const auto &b) { return key(a) < key(b); });
        // Of two passages that say when it began again after one end, the earlier counts.
        for (const TimelineGap &gap : gaps) {
            if (m_row.gaps.empty() || m_row.gaps.back().ended.lastDay() != gap.ended.lastDay())
                m_row.gaps.push_back(gap);
        }
    }

    bool isSupportedBetween(const PartialDate &end, const PartialDate &beginning) const
    {
        const DaySpan between{lastDayOf(end) + 1, firstDayOf(beginning) - 1};
        bool found = false;
        forEach(Stance::Supports, [&](const TimelineMark &mark) {
            // What only began earlier may well have ended by then.
            found |= mark.period.to && overlap(daysOf(mark.period), between) &&
                     certainlyUntil(mark.period) >= *between.first;
        });
        return found;
    }

    void addConcludedBar()
    {
        const Period &period = m_row.conclusion.period;
        const DaySpan days = daysOf(period);
        TimelineBar bar{period, days.first.value_or(*(days.last ? days.last : days.first)),
                        days.last.value_or(*(days.first ? days.first : days.last)), true};
        const bool isOneDate = period.from == period.to;
        bar.isOpenFirst = !period.from || (isOneDate && !isSaidOf(days, &RowMaker::beginningOf));
        bar.isOpenLast = !period.to || (isOneDate && !isSaidOf(days, &RowMaker::endNamedBy));
        reachToEvidence(bar);
        m_row.bars.push_back(bar);
    }

    static std::optional<PartialDate> beginningOf(const TimelineMark &mark)
    {
        const bool says = mark.stance == Stance::Supports || mark.stance == Stance::Ended;
        return says && namesBeginning(mark.period) ? mark.period.from : std::nullopt;
    }
    static std::optional<PartialDate> endNamedBy(const TimelineMark &mark)
    {
        if (mark.stance == Stance::Ended)
            return endOf(mark);
        return mark.stance == Stance::Supports && namesEnd(mark.period) ? mark.period.to : std::nullopt;
    }
    /// Whether a passage names a beginning, or an end, within these days.
    bool isSaidOf(const DaySpan &days, std::optional<PartialDate> (*named)(const TimelineMark &)) const
    {
        return std::any_of(m_row.marks.begin(), m_row.marks.end(), [&](const TimelineMark &mark) {
            const auto date = mark.isSuggested() ? std::nullopt : named(mark);
            return date && overlap(daysOf({date, date}), days);
        });
    }

    /// An open end goes as far as supporting evidence does.
    void reachToEvidence(TimelineBar &bar) const
    {
        forEach(Stance::Supports, [&](const TimelineMark &mark) {
            const DaySpan days = daysOf(mark.period);
            if (!bar.period.from)
                bar.firstDay = std::min(bar.firstDay, days.first.value_or(bar.firstDay));
            if (!bar.period.to)
                bar.lastDay = std::max({bar.lastDay, days.last.value_or(bar.lastDay), days.first.value_or(0)});
        });
    }

    /// What a passage says, with what was made of it by others.
    struct Said {
        Period period;
        bool begins = false; ///< it began then; else it held
        bool ends = false;
    };

    void addEvidenceBars() { m_row.bars = barsOf(false); }

    void addSuggestedBars()
    {
        for (TimelineBar &bar : barsOf(true)) {
            bar.isSuggested = true;
            m_row.bars.push_back(bar);
        }
    }

    std::vector<TimelineBar> barsOf(bool suggested) const
    {
        std::vector<Said> all;
        forEach(
            Stance::Supports,
            [&](const TimelineMark &mark) {
                all.push_back({mark.period, namesBeginning(mark.period), namesEnd(mark.period)});
            },
            suggested);
        forEach(
            Stance::Ended,
            [&](const TimelineMark &mark) {
                if (namesBeginning(mark.period) && mark.period.to)
                    all.push_back({mark.period, true, true});
                endAt(all, *endOf(mark));
            },
            suggested);
        std::sort(all.begin(), all.end(), [](const Said &a, const Said &b) {
            const DaySpan x = daysOf(a.period);
            const DaySpan y = daysOf(b.period);
            return std::pair(x.first.value_or(0), x.last.value_or(always)) <
                   std::pair(y.first.value_or(0), y.last.value_or(always));
        });
        std::vector<TimelineBar> bars;
        for (const Said &one : all)
            join(bars, one);
        return bars;
    }

    /// An end that a passage names closes what was open; without anything it still says that it had begun.
    static void endAt(std::vector<Said> &all, const PartialDate &end)
    {
        bool closes = false;
        for (Said &one : all) {
            Period &period = one.period;
            if (!period.to && period.from->firstDay() <= end.lastDay()) {
                period.to = end;
                one.ends = true;
                closes = true;
            }
            const bool reaches = period.to && !isBefore(*period.to, end);
            one.ends |= reaches && !isBefore(end, *period.to);
            closes |= reaches;
        }
        if (!closes)
            all.push_back({{std::nullopt, end}, false, true});
    }

    static void join(std::vector<TimelineBar> &bars, const Said &said)
    {
        const Period &period = said.period;
        const DaySpan days = daysOf(period);
        TimelineBar bar{period,
                        *(days.first ? days.first : days.last),
                        *(days.last ? days.last : days.first),
                        false,
                        !said.begins,
                        !said.ends};
        if (!period.from)
            bar.firstDay = firstDayOf(*period.to);
        if (bars.empty()) {
            bars.push_back(bar);
            return;
        }
        TimelineBar &last = bars.back();
        const bool meets = !last.period.to || !days.first || *days.first <= last.lastDay + 1;
        if (!meets) {
            bars.push_back(bar);
            return;
        }
        if (!last.period.from)
            last.firstDay = std::min(last.firstDay, bar.firstDay);
        else if (period.from && days.first == last.firstDay)
            last.isOpenFirst &= bar.isOpenFirst;
        if (last.period.to && (!period.to || bar.lastDay > last.lastDay)) {
            last.period.to = period.to;
            last.isOpenLast = bar.isOpenLast;
        } else if (last.period.to && bar.lastDay == last.lastDay) {
            last.isOpenLast &= bar.isOpenLast;
        }
        last.lastDay = std::max(last.lastDay, bar.lastDay);
    }

    void contradict(int index)
    {
        const TimelineMark &mark = m_row.marks.at(index);
        if (mark.isSuggested())
            return;
        switch (mark.stance) {
        case Stance::Denies:
            return contradictDenial(index, mark);
        case Stance::Ended:
            if (isDatedMark(mark))
                contradictEnd(index, *endOf(mark));
            return;
        case Stance::Supports:
            if (isDatedMark(mark) && reachesOut(mark.period, m_row.conclusion.period))
                add(Contradiction::Kind::OutsideConclusion, index, -1);
            return;
        case Stance::Planned:
        case Stance::Context:
            return;
        }
    }

    void contradictDenial(int index, const TimelineMark &denial)
    {
        const DaySpan denied = daysOf(denial.period);
        const int supporting = furthest([&](const TimelineMark &support) {
            return denied.first.value_or(0) <= daysOf(support.period).last.value_or(always);
        });
        if (supporting >= 0)
            add(Contradiction::Kind::DeniedYetSupported, index, supporting);
        else if (!m_row.conclusion.period.isEmpty() && isDatedMark(denial) &&
                 overlap(denied, daysOf(m_row.conclusion.period)))
            add(Contradiction::Kind::DeniedYetConcluded, index, -1);
    }

    void contradictEnd(int index, const PartialDate &end)
    {
        const int supporting = furthest([&](const TimelineMark &support) {
            const Period &period = support.period;
            const bool beginsAgain = namesBeginning(period) && isBefore(end, *period.from);
            return isDatedMark(support) && !beginsAgain && certainlyUntil(period) > lastDayOf(end);
        });
        const bool beginsAgain = std::any_of(m_row.gaps.begin(), m_row.gaps.end(), [&end](const TimelineGap &gap) {
            return gap.ended.lastDay() >= end.firstDay();
        });
        const Period &concluded = m_row.conclusion.period;
        if (supporting >= 0)
            add(Contradiction::Kind::EndedYetSupported, index, supporting);
        else if (concluded.to && isBefore(end, *concluded.to) && !beginsAgain)
            add(Contradiction::Kind::EndedYetConcluded, index, -1);
        else if (concluded.to && isBefore(*concluded.to, end))
            add(Contradiction::Kind::OutsideConclusion, index, -1);
    }

    /// Of the supporting marks that `counts` says yes to, the one that holds longest; -1 for none.
    template <class Counts> int furthest(Counts counts) const
    {
        int found = -1;
        for (int i = 0; i < static_cast<int>(m_row.marks.size()); ++i) {
            const TimelineMark &mark = m_row.marks.at(i);
            if (mark.isSuggested() || mark.stance != Stance::Supports || !counts(mark))
                continue;
            if (found < 0 || certainlyUntil(mark.period) > certainlyUntil(m_row.marks.at(found).period))
                found = i;
        }
        return found;
    }

    void add(Contradiction::Kind kind, int mark, int against) { m_row.contradictions.push_back({kind, mark, against}); }

    TimelineRow &m_row;
};

} // namespace

DaySpan daysOf(const Period &period)
{
    DaySpan days;
    if (period.from)
        days.first = firstDayOf(*period.from);
    if (period.to)
        days.last = lastDayOf(*period.to);
    return days;
}

bool TimelineRow::isDated() const
{
    return !conclusion.period.isEmpty() || (!marks.empty() && isDatedMark(marks.front()));
}

DaySpan TimelineRow::days() const
{
    DaySpan all;
    const auto reach = [&all](qint64 day) {
        all.first = std::min(all.first.value_or(day), day);
        all.last = std::max(all.last.value_or(day), day);
    };
    for (const TimelineBar &bar : bars) {
        reach(bar.firstDay);
        reach(bar.lastDay);
    }
    for (const TimelineMark &mark : marks) {
        const DaySpan days = daysOf(mark.period);
        for (const auto &day : {days.first, days.last}) {
            if (day)
                reach(*day);
        }
    }
    return all;
}

TimelineRow timelineRow(const Conclusion &conclusion, std::vector<TimelineMark> marks)
{
    const auto key = [](const TimelineMark &mark) {
        const DaySpan days = daysOf(mark.period);
        return std::tuple(days.isEmpty(), days.first.value_or(days.last.value_or(0)), days.last.value_or(always));
    };
    std::stable_sort(marks.begin(), marks.end(),
                     [&key](const TimelineMark &a, const TimelineMark &b) { return key(a) < key(b); });
    TimelineRow row{conclusion,
                    QList<TimelineMark>(std::make_move_iterator(marks.begin()), std::make_move_iterator(marks.end())),
                    {},
                    {},
                    {}};
    if (row.isDated())
        RowMaker(row).make();
    return row;
}

} // namespace model::session
