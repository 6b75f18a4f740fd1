// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/period.h"
#include "tests/support/catch.h"

using namespace model;

TEST_CASE("a date is as exact as it was given")
{
    for (const QString &text : {QStringLiteral("2013"), QStringLiteral("2013-03"), QStringLiteral("2012-02-29")})
        CHECK(PartialDate::fromString(text).value().toString() == text);
    for (const QString &text :
         {QString(), QStringLiteral("13"), QStringLiteral("2013-13"), QStringLiteral("2013-02-29"),
          QStringLiteral("2013-3"), QStringLiteral("2013-03-05x"), QStringLiteral("0000")})
        CHECK_FALSE(PartialDate::fromString(text));
}

TEST_CASE("a year spans its days and a period must not certainly end before it begins")
{
    const PartialDate year{2012, 0, 0};
    CHECK(year.firstDay() == 20120101);
    CHECK(year.lastDay() == 20121231);
    CHECK(PartialDate{2012, 2, 0}.lastDay() == 20120229);
    CHECK(Period{PartialDate{2012, 6, 0}, year}.isOrdered());
    CHECK_FALSE(Period{PartialDate{2013, 0, 0}, year}.isOrdered());
    CHECK(Period{std::nullopt, year}.isOrdered());
}

TEST_CASE("a period with one end only says so")
{
    const PartialDate date{2016, 0, 0};
    CHECK(Period{date, std::nullopt}.toString() == u"from 2016");
    CHECK(Period{std::nullopt, date}.toString() == u"until 2016");
    CHECK(Period{date, date}.toString() == u"2016");
    CHECK(Period{PartialDate{2013, 3, 0}, date}.toString() == u"2013-03–2016");
    CHECK(Period().toString().isEmpty());
}

TEST_CASE("dates and periods are read as a hurried hand writes them")
{
    const auto date = [](const char *text) { return toText(PartialDate::fromHand(QString::fromUtf8(text))); };
    CHECK(date("3/2013") == QStringLiteral("2013-03"));
    CHECK(date("3/13") == QStringLiteral("2013-03"));
    CHECK(date("12.99") == QStringLiteral("1999-12"));
    CHECK(date("2013-3") == QStringLiteral("2013-03"));
    CHECK(date("5.3.13") == QStringLiteral("2013-03-05"));
    CHECK(date(" 2013 ") == QStringLiteral("2013"));
    // Day or month first: only where the other cannot be meant.
    CHECK(date("31/5/2013") == QStringLiteral("2013-05-31"));
    CHECK(date("5/31/13") == QStringLiteral("2013-05-31"));
    CHECK(date("5/5/2013") == QStringLiteral("2013-05-05"));
    for (const char *text : {"", "13", "13/2013", "31/2/2013", "3/5/2013", "3.5/2013", "31.13.2013", "soon"})
        CHECK(date(text).isEmpty());

    const auto period = [](const char *text) {
        const auto read = Period::fromHand(QString::fromUtf8(text));
        return read ? read->toString() : QStringLiteral("none");
    };
    CHECK(period("2015") == QStringLiteral("2015"));
    CHECK(period("5/2015-2017") == QStringLiteral("2015-05–2017"));
    CHECK(period("2015-05..2017") == QStringLiteral("2015-05–2017"));
    CHECK(period("2015-05-2017-06") == QStringLiteral("2015-05–2017-06"));
    CHECK(period("3/13 to 10/17") == QStringLiteral("2013-03–2017-10"));
    CHECK(period("3/13-") == QStringLiteral("from 2013-03"));
    CHECK(period("–10/17") == QStringLiteral("until 2017-10"));
    CHECK(period("2017-2015") == QStringLiteral("2017–2015"));
    CHECK_FALSE(Period::fromHand(QStringLiteral("2017-2015"))->isOrdered());
    CHECK(period("2015-3/5/2017") == QStringLiteral("none"));
    CHECK(period("-") == QStringLiteral("none"));
}
