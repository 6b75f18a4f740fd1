// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/text_dates.h"

#include "tests/support/catch.h"

#include <QStringList>

using namespace model;
using namespace model::intake;

namespace {

QStringList daysIn(const QString &text)
{
    TextDates finder;
    finder.add(text);
    QStringList days;
    for (const TextDate &date : finder.found())
        days += date.date.toString();
    return days;
}

} // namespace

TEST_CASE("Days are found however they are written out, each once, in order of time")
{
    CHECK(daysIn(QStringLiteral("On March 5, 2016 it began; on 12 January 2014 nothing had. See 2016-03-05.")) ==
          QStringList({QStringLiteral("2014-01-12"), QStringLiteral("2016-03-05")}));
    CHECK(daysIn(QStringLiteral("am 5. März 2016, le 7 février 2015, el 9 de mayo de 2013, the 3rd of June 2012")) ==
          QStringList({QStringLiteral("2012-06-03"), QStringLiteral("2013-05-09"), QStringLiteral("2015-02-07"),
                       QStringLiteral("2016-03-05")}));
}

TEST_CASE("What is no day, or could be two, is passed over")
{
    CHECK(daysIn(QStringLiteral("03/04/2016, 31 February 2015, page 12 of 2016, March 2016, version 2016-13-01"))
              .isEmpty());
}

TEST_CASE("A day is known by the first page that names it")
{
    TextDates finder;
    for (const char *page : {"nothing", "4 July 2017", "4 July 2017"})
        finder.add(QString::fromLatin1(page));
    REQUIRE(finder.found().size() == 1);
    CHECK(finder.found().front().firstPage == 1);
}
