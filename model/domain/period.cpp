// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/period.h"

#include <QDate>
#include <QRegularExpression>

namespace model {

std::optional<PartialDate> PartialDate::fromString(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const PartialDate date{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    const bool monthGiven = match.hasCaptured(2);
    const bool dayGiven = match.hasCaptured(3);
    if (!QDate::isValid(date.year, monthGiven ? date.month : 1, dayGiven ? date.day : 1))
        return std::nullopt;
    return date;
}

std::optional<PartialDate> PartialDate::fromHand(const QString &text)
{
    static const QRegularExpression byYear(
        QStringLiteral("\\A([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?\\z"));
    static const QRegularExpression byMonth(QStringLiteral("\\A([0-9]{1,2})[./]([0-9]{4}|[0-9]{2})\\z"));
    static const QRegularExpression byDay(QStringLiteral("\\A([0-9]{1,2})([./])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})\\z"));
    const QString tidy = text.simplified();
    const auto checked = [](int year, const QString &month, const QString &day) {
        QString written = QStringLiteral("%1").arg(year, 4, 10, QLatin1Char('0'));
        for (const QString &part : {month, day}) {
            if (!part.isEmpty())
                written += u'-' + part.rightJustified(2, u'0');
        }
        return fromString(written);
    };
    if (const auto match = byYear.match(tidy); match.hasMatch())
        return checked(match.captured(1).toInt(), match.captured(2), match.captured(3));
    const auto century = [](const QString &year) {
        const int number = year.toInt();
        return year.size() > 2 ? number : number <= 69 ? 2000 + number : 1900 + number;
    };
    if (const auto match = byMonth.match(tidy); match.hasMatch())
        return checked(century(match.captured(2)), match.captured(1), {});
    if (const auto match = byDay.match(tidy); match.hasMatch()) {
        const int year = century(match.captured(4));
        const auto dayFirst = checked(year, match.captured(3), match.captured(1));
        if (match.captured(2) == QLatin1String("."))
            return dayFirst;
        // With slashes some write the day first and others the month: a guess would be a wrong date.
        const auto monthFirst = checked(year, match.captured(1), match.captured(3));
        if (dayFirst && monthFirst && !(*dayFirst == *monthFirst))
            return std::nullopt;
        return dayFirst ? dayFirst : monthFirst;
    }
    return std::nullopt;
}

QString PartialDate::toString() const
{
    QString text = QStringLiteral("%1").arg(year, 4, 10, QLatin1Char('0'));
    if (month > 0)
        text += QStringLiteral("-%1").arg(month, 2, 10, QLatin1Char('0'));
    if (day > 0)
        text += QStringLiteral("-%1").arg(day, 2, 10, QLatin1Char('0'));
    return text;
}

int PartialDate::firstDay() const
{
    return year * 10000 + (month > 0 ? month : 1) * 100 + (day > 0 ? day : 1);
}

int PartialDate::lastDay() const
{
    const int lastMonth = month > 0 ? month : 12;
    return year * 10000 + lastMonth * 100 + (day > 0 ? day : QDate(year, lastMonth, 1).daysInMonth());
}

QString toText(const std::optional<PartialDate> &date)
{
    return date ? date->toString() : QString();
}

std::optional<Period> Period::fromHand(const QString &text)
{
    const QString tidy = text.simplified();
    if (const auto date = PartialDate::fromHand(tidy))
        return Period{date, date};
    std::optional<Period> unordered;
    static const QRegularExpression between(QStringLiteral("\\.\\.|[-\\x{2013}\\x{2014}]|\\bto\\b"));
    for (auto places = between.globalMatch(tidy); places.hasNext();) {
        const auto place = places.next();
        const QString before = tidy.left(place.capturedStart()).trimmed();
        const QString behind = tidy.mid(place.capturedEnd()).trimmed();
        const Period period{PartialDate::fromHand(before), PartialDate::fromHand(behind)};
        const bool isRead = (period.from || before.isEmpty()) && (period.to || behind.isEmpty());
        if (!isRead || period.isEmpty())
            continue;
        if (period.isOrdered())
            return period;
        unordered = period;
    }
    return unordered;
}

QString Period::toString() const
{
    if (from && to)
        return *from == *to ? from->toString() : from->toString() + QChar(0x2013) + to->toString();
    if (from)
        return QStringLiteral("from ") + from->toString();
    return to ? QStringLiteral("until ") + to->toString() : QString();
}

} // namespace model
