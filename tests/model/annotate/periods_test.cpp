// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/periods.h"

#include "tests/support/catch.h"

using namespace model;
using namespace model::annotate;

namespace {

/// "2013-05..2015-05"; "" for none.
QString periodOf(const char *utf8)
{
    const QString text = QString::fromUtf8(utf8);
    const Analysis analysis(text, {}, {}, {});
    const Period period = periodIn(analysis, 0, analysis.words.count());
    if (period.isEmpty())
        return {};
    return (period.from ? period.from->toString() : QString()) + QStringLiteral("..") +
           (period.to ? period.to->toString() : QString());
}

} // namespace

TEST_CASE("a period is read from its two ends")
{
    CHECK(periodOf("Corvane read messages from May 2013 to 5 March 2015") == QStringLiteral("2013-05..2015-03-05"));
    CHECK(periodOf("between 2013 and 2015 Corvane read messages") == QStringLiteral("2013..2015"));
    CHECK(periodOf("Corvane | messages | 2013 – 2015") == QStringLiteral("2013..2015"));
    CHECK(periodOf("from 2013-02-01 until 2014-06-30") == QStringLiteral("2013-02-01..2014-06-30"));
}

TEST_CASE("a period with one end is open at the other")
{
    CHECK(periodOf("since the spring of 2016 it could read messages") == QStringLiteral("2016.."));
    CHECK(periodOf("it could read messages until late 2015") == QStringLiteral("..2015"));
    CHECK(periodOf("it could read messages from March 5, 2016") == QStringLiteral("2016-03-05.."));
}

TEST_CASE("“in” a year or month is that year or month")
{
    CHECK(periodOf("in June 2014 it could read messages") == QStringLiteral("2014-06..2014-06"));
    CHECK(periodOf("in 2014 it could read messages") == QStringLiteral("2014..2014"));
}

TEST_CASE("what is no date, or ends before it begins, is no period")
{
    CHECK(periodOf("it could read 2014 messages") == QString());
    CHECK(periodOf("from 9999 to 1234 it could read messages") == QString());
    CHECK(periodOf("from 2015 to 2013 it could read messages") == QString());
    CHECK(periodOf("it may read messages") == QString());
}

TEST_CASE("a day that does not exist leaves its month")
{
    CHECK(periodOf("since 31 February 2014 it could read messages") == QStringLiteral("2014-02.."));
}

TEST_CASE("a whole passage gives the period that its words give")
{
    CHECK(model::annotate::periodOf(QStringLiteral("It read messages from May 2013.")).toString() ==
          QStringLiteral("from 2013-05"));
    CHECK(model::annotate::periodOf(QStringLiteral("It read messages.")).isEmpty());
}

TEST_CASE("every date of a passage is found, whatever it says of it")
{
    QStringList found;
    for (const PartialDate &date : datesIn(
             QStringLiteral("Corvane Dating | reads messages | Jan. 2014 | off on 22 May 2018, see the memo of 2019")))
        found += date.toString();
    CHECK(found == QStringList{QStringLiteral("2014-01"), QStringLiteral("2018-05-22"), QStringLiteral("2019")});
    CHECK(datesIn(QStringLiteral("off since 22 May")).empty());
    CHECK(datesIn(QStringLiteral("off since 22 May"), 2018) == std::vector{PartialDate{2018, 5, 22}});
    CHECK(datesIn(QStringLiteral("May 22, at 12 in the house"), 2018) == std::vector{PartialDate{2018, 5, 22}});
    CHECK(datesIn(QStringLiteral("30 Feb"), 2018).empty());
}
