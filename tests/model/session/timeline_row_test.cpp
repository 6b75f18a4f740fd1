// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/timeline_row.h"

#include "tests/support/catch.h"

#include <QDate>

using namespace model;
using namespace model::session;
using Kind = Contradiction::Kind;

namespace {

std::optional<PartialDate> date(const char *text)
{
    return PartialDate::fromString(QString::fromLatin1(text));
}

Period period(const char *from, const char *to)
{
    return {date(from), date(to)};
}

TimelineMark mark(Stance stance, const char *from, const char *to)
{
    const Passage passage{Sha256::of("memo"), 0, 0, 0, 1, QStringLiteral("x"), {}, {}};
    return {LinkId::create(), stance, passage, period(from, to), {}, {}};
}

TimelineRow rowOf(std::vector<TimelineMark> marks, const Period &concluded = {})
{
    return timelineRow({Verdict::Open, concluded}, std::move(marks));
}

qint64 day(int year, int month, int dayOfMonth)
{
    return QDate(year, month, dayOfMonth).toJulianDay();
}

/// "2010..2012 2014..": the periods of the bars.
QString barsOf(const TimelineRow &row)
{
    QStringList words;
    for (const TimelineBar &bar : row.bars)
        words += toText(bar.period.from) + QStringLiteral("..") + toText(bar.period.to);
    return words.join(u' ');
}

std::vector<Kind> kindsOf(const TimelineRow &row)
{
    std::vector<Kind> kinds;
    for (const Contradiction &contradiction : row.contradictions)
        kinds.push_back(contradiction.kind);
    return kinds;
}

} // namespace

TEST_CASE("a concluded period is one bar from its first day to its last")
{
    const TimelineRow row = rowOf({mark(Stance::Supports, "2014", "2014")}, period("2013-03", "2015"));
    REQUIRE(row.bars.size() == 1);
    CHECK(row.bars.front() == TimelineBar{period("2013-03", "2015"), day(2013, 3, 1), day(2015, 12, 31), true});
    CHECK(row.contradictions.empty());
    CHECK(row.days() == DaySpan{day(2013, 3, 1), day(2015, 12, 31)});
}

TEST_CASE("an open end reaches as far as evidence that supports it, and no further")
{
    const TimelineRow row = rowOf({mark(Stance::Supports, "2016-05", "2016-05"), mark(Stance::Context, "2019", "2019")},
                                  period("2013", ""));
    REQUIRE(row.bars.size() == 1);
    CHECK(row.bars.front().firstDay == day(2013, 1, 1));
    CHECK(row.bars.front().lastDay == day(2016, 5, 31));
    CHECK_FALSE(row.bars.front().period.to);
}

TEST_CASE("without a concluded period the supporting evidence gives the bars, joined where it meets")
{
    CHECK(barsOf(rowOf({mark(Stance::Supports, "2013", "2014"), mark(Stance::Supports, "2014-06", "2015"),
                        mark(Stance::Supports, "2017", "2017"), mark(Stance::Planned, "2020", "2021")})) ==
          QStringLiteral("2013..2015 2017..2017"));
    CHECK(barsOf(rowOf({mark(Stance::Supports, "2013", ""), mark(Stance::Supports, "2016", "2016")})) ==
          QStringLiteral("2013.."));
    // That it ended says that it had been.
    CHECK(barsOf(rowOf({mark(Stance::Ended, "", "2015")})) == QStringLiteral("..2015"));
    CHECK(barsOf(rowOf({mark(Stance::Supports, "2013", ""), mark(Stance::Ended, "2015-04", "2015-04")})) ==
          QStringLiteral("2013..2015-04"));
    CHECK(barsOf(rowOf({mark(Stance::Ended, "2011", "2015")})) == QStringLiteral("2011..2015"));
    CHECK_FALSE(rowOf({mark(Stance::Supports, "2013", "2014")}).bars.front().isConcluded);
}

TEST_CASE("in one year is no beginning and no end, unless a passage says so")
{
    const auto ends = [](const TimelineRow &row) {
        REQUIRE(row.bars.size() == 1);
        return std::pair(row.bars.front().isOpenFirst, row.bars.front().isOpenLast);
    };
    const std::pair open(true, true);
    CHECK(ends(rowOf({mark(Stance::Supports, "2009", "2009")})) == open);
    CHECK(ends(rowOf({mark(Stance::Supports, "2009-05", "2009-05")}, period("2009", "2009"))) == open);
    CHECK(ends(rowOf({mark(Stance::Supports, "2009", "2009"), mark(Stance::Supports, "2010", "2010")})) == open);
    // It is said that it ended then.
    const std::pair ended(true, false);
    CHECK(ends(rowOf({mark(Stance::Supports, "2009", "2009"), mark(Stance::Ended, "2009", "2009")})) == ended);
    CHECK(ends(rowOf({mark(Stance::Ended, "", "2009-11")}, period("2009", "2009"))) == ended);
    CHECK(ends(rowOf({mark(Stance::Supports, "2009", "2009"), mark(Stance::Ended, "", "2011")})) == ended);
    CHECK(ends(rowOf({mark(Stance::Supports, "2009", ""), mark(Stance::Supports, "2009", "2009")})) ==
          std::pair(false, true));
    // Two ends that are named, or concluded, are.
    const std::pair closed(false, false);
    CHECK(ends(rowOf({mark(Stance::Supports, "2009", "2011")})) == closed);
    CHECK(ends(rowOf({mark(Stance::Supports, "2009", "2009")}, period("2008", "2010"))) == closed);
    CHECK(ends(rowOf({mark(Stance::Supports, "2009", "")})) == std::pair(false, true));
}

TEST_CASE("what is only suggested has bars of its own, and neither ends nor contradicts what is decided")
{
    const auto suggested = [](Stance stance, const char *from, const char *to) {
        TimelineMark made = mark(stance, from, to);
        made.link.reset();
        return made;
    };
    const TimelineRow row =
        rowOf({mark(Stance::Supports, "2010", ""), suggested(Stance::Ended, "2012", "2012"),
               suggested(Stance::Denies, "2011", "2011"), suggested(Stance::Supports, "2014", "2015")});
    CHECK(barsOf(row) == QStringLiteral("2010.. 2014..2015"));
    CHECK_FALSE(row.bars[0].isSuggested);
    CHECK(row.bars[1].isSuggested);
    CHECK(row.contradictions.empty());
    CHECK(row.gaps.empty());
    CHECK(rowOf({suggested(Stance::Supports, "2014", "")}).isDated());
}

TEST_CASE("a finding that nothing dates has no bar and is not dated")
{
    const TimelineRow row = rowOf({mark(Stance::Supports, "", ""), mark(Stance::Denies, "", "")});
    CHECK_FALSE(row.isDated());
    CHECK(row.bars.empty());
    CHECK(row.contradictions.empty());
    CHECK(row.days().isEmpty());
    CHECK_FALSE(rowOf({}).isDated());
    CHECK(rowOf({}, period("2013", "")).isDated());
}

TEST_CASE("marks stand by day, those without a date last")
{
    const TimelineRow row = rowOf({mark(Stance::Supports, "", ""), mark(Stance::Supports, "2016", "2016"),
                                   mark(Stance::Ended, "", "2015"), mark(Stance::Supports, "2013", "")});
    REQUIRE(row.marks.size() == 4);
    CHECK(row.marks[0].period == period("2013", ""));
    CHECK(row.marks[1].period == period("", "2015"));
    CHECK(row.marks[2].period == period("2016", "2016"));
    CHECK(row.marks[3].period.isEmpty());
}

TEST_CASE("evidence that it ended and began again leaves a gap")
{
    const TimelineRow row = rowOf({mark(Stance::Supports, "2010", "2012"), mark(Stance::Ended, "", "2013-06"),
                                   mark(Stance::Supports, "2015", "2016"), mark(Stance::Supports, "2018", "")});
    REQUIRE(row.gaps.size() == 2);
    CHECK(row.gaps[0] == TimelineGap{*date("2013-06"), *date("2015")});
    CHECK(row.gaps[1] == TimelineGap{*date("2016"), *date("2018")});
    CHECK(row.contradictions.empty());
}

TEST_CASE("there is no gap where other evidence supports the time between, or where there is none between")
{
    CHECK(rowOf({mark(Stance::Supports, "2010", "2012"), mark(Stance::Supports, "2015", ""),
                 mark(Stance::Supports, "2013", "2013")})
              .gaps.empty());
    CHECK(rowOf({mark(Stance::Supports, "2010", "2012"), mark(Stance::Supports, "2013", "")}).gaps.empty());
    // "In 2016" does not say that it began then.
    CHECK(rowOf({mark(Stance::Ended, "", "2012"), mark(Stance::Supports, "2016", "2016")}).gaps.empty());
}

TEST_CASE("one passage says that it ended, another that it held later")
{
    const TimelineRow row = rowOf({mark(Stance::Ended, "2014", "2014"), mark(Stance::Supports, "2016", "2016"),
                                   mark(Stance::Supports, "2015-02", "2015-02")});
    REQUIRE(row.contradictions.size() == 1);
    CHECK(row.contradictions.front() == Contradiction{Kind::EndedYetSupported, 0, 2});
    // "Until 2014" and "until May 2014" agree.
    CHECK(rowOf({mark(Stance::Ended, "", "2014-05"), mark(Stance::Supports, "2010", "2014")}).contradictions.empty());
}

TEST_CASE("a denial contradicts support for the same time or later, and without a date all support")
{
    CHECK(kindsOf(rowOf({mark(Stance::Denies, "2014", "2014"), mark(Stance::Supports, "2016", "2016")})) ==
          std::vector<Kind>{Kind::DeniedYetSupported});
    CHECK(kindsOf(rowOf({mark(Stance::Denies, "", ""), mark(Stance::Supports, "2016", "2016")})) ==
          std::vector<Kind>{Kind::DeniedYetSupported});
    CHECK(rowOf({mark(Stance::Denies, "2017", ""), mark(Stance::Supports, "2013", "2014")}).contradictions.empty());
}

TEST_CASE("evidence that reaches out of the concluded period contradicts it")
{
    const Period concluded = period("2013", "2015");
    CHECK(kindsOf(rowOf({mark(Stance::Supports, "2012", "")}, concluded)) ==
          std::vector<Kind>{Kind::OutsideConclusion});
    CHECK(kindsOf(rowOf({mark(Stance::Supports, "", "2016-02")}, concluded)) ==
          std::vector<Kind>{Kind::OutsideConclusion});
    CHECK(kindsOf(rowOf({mark(Stance::Ended, "", "2014")}, concluded)) == std::vector<Kind>{Kind::EndedYetConcluded});
    CHECK(kindsOf(rowOf({mark(Stance::Ended, "", "2017")}, concluded)) == std::vector<Kind>{Kind::OutsideConclusion});
    CHECK(kindsOf(rowOf({mark(Stance::Denies, "2014", "")}, concluded)) == std::vector<Kind>{Kind::DeniedYetConcluded});
    CHECK(rowOf({mark(Stance::Supports, "2013-07", "2015-03"), mark(Stance::Ended, "", "2015-03")}, concluded)
              .contradictions.empty());
}

TEST_CASE("an end before the concluded one is no contradiction where it began again")
{
    const TimelineRow row =
        rowOf({mark(Stance::Ended, "", "2013"), mark(Stance::Supports, "2015", "2016")}, period("2011", "2016"));
    CHECK(row.gaps.size() == 1);
    CHECK(row.contradictions.empty());
}
