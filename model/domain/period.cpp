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

QString Period::toString() const
{
    if (from && to)
        return *from == *to ? from->toString() : from->toString() + QChar(0x2013) + to->toString();
    if (from)
        return QStringLiteral("from ") + from->toString();
    return to ? QStringLiteral("until ") + to->toString() : QString();
}

} // namespace model
