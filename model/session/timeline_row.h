// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/finding.h"
#include "model/domain/passage.h"

#include <QList>

#include <optional>
#include <vector>

namespace model::session {

/// Julian day numbers, both included. An end that is not set is open: nobody knows when it was.
struct DaySpan {
    std::optional<qint64> first;
    std::optional<qint64> last;

    bool isEmpty() const { return !first && !last; }
    friend bool operator==(const DaySpan &, const DaySpan &) = default;
};
/// A month or a year counts from its first to its last day.
DaySpan daysOf(const Period &period);

/// An evidence passage of a finding, at the time that its own words name.
struct TimelineMark {
    std::optional<LinkId> link; ///< nothing: only suggested, and nobody has decided it
    Stance stance = Stance::Supports;
    Passage passage;
    Period period;     ///< empty where the words name no time
    QString file;      ///< name of the document's file
    QString pageLabel; ///< as in EvidenceLine

    bool isSuggested() const { return !link; }
    friend bool operator==(const TimelineMark &, const TimelineMark &) = default;
};

/// A stretch of time in which the partner had the permission.
struct TimelineBar {
    Period period;
    /// How far it is known to reach. Where the period is open at an end: to the last day that evidence speaks of.
    qint64 firstDay = 0;
    qint64 lastDay = 0;
    bool isConcluded = false; ///< by the reporter; otherwise it is what the supporting evidence adds up to
    /// Nothing says that it began, or that it ended, there. "In 2009" says that it held then and no more.
    bool isOpenFirst = false;
    bool isOpenLast = false;
    bool isSuggested = false; ///< what suggestions add up to, beside what is decided

    friend bool operator==(const TimelineBar &, const TimelineBar &) = default;
};

/// The evidence says that it ended, and began again.
struct TimelineGap {
    PartialDate ended;
    PartialDate beganAgain;

    friend bool operator==(const TimelineGap &, const TimelineGap &) = default;
};

/// Two things that cannot both hold.
struct Contradiction {
    enum class Kind {
        DeniedYetSupported, ///< a passage denies it; another supports it for then or later
        DeniedYetConcluded, ///< a passage denies it for a time inside the concluded period
        EndedYetSupported,  ///< a passage says that it ended; another, that it held later
        EndedYetConcluded,  ///< a passage says that it ended before the concluded end
        OutsideConclusion,  ///< a passage names a time that reaches out of the concluded period
    };
    Kind kind = Kind::DeniedYetSupported;
    int mark = 0;     ///< that speaks against, an index into TimelineRow::marks
    int against = -1; ///< the supporting mark that reaches furthest; -1: the concluded period

    friend bool operator==(const Contradiction &, const Contradiction &) = default;
};

/// A finding in time.
struct TimelineRow {
    Conclusion conclusion;
    /// By day, those without a date last. A copy of the row shares them, so that to filter costs little.
    QList<TimelineMark> marks;
    /// By day, those that are only suggested last; only one decided where the reporter concluded a period.
    std::vector<TimelineBar> bars;
    std::vector<TimelineGap> gaps; ///< by day
    std::vector<Contradiction> contradictions;

    bool isDated() const; ///< false: neither the reporter nor any evidence names a time
    /// From the first day that anything in the row names to the last; nothing where it is not dated.
    DaySpan days() const;
    friend bool operator==(const TimelineRow &, const TimelineRow &) = default;
};

/// Works out bars, gaps and contradictions. Only what is certain counts: "2013" and "2013-05" agree. What is only
/// suggested makes bars of its own, and neither gaps nor contradictions.
TimelineRow timelineRow(const Conclusion &conclusion, std::vector<TimelineMark> marks);

} // namespace model::session
