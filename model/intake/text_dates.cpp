// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/text_dates.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

namespace model::intake {
namespace {

constexpr std::size_t mostDates = 500;

constexpr std::array months{"january jan januar jänner janvier enero",
                            "february feb februar février febrero",
                            "march mar märz mars marzo",
                            "april apr avril abril",
                            "may mai mayo",
                            "june jun juni juin junio",
                            "july jul juli juillet julio",
                            "august aug août agosto",
                            "september sep sept septembre septiembre",
                            "october oct oktober octobre octubre",
                            "november nov novembre noviembre",
                            "december dec dezember décembre diciembre"};

int monthNamed(const QString &name)
{
    static const QHash<QString, int> numbers = [] {
        QHash<QString, int> all;
        for (std::size_t i = 0; i < months.size(); ++i) {
            for (const QString &word : QString::fromUtf8(months[i]).split(u' '))
                all[word] = static_cast<int>(i) + 1;
        }
        return all;
    }();
    return numbers.value(name.toLower());
}

} // namespace

void TextDates::add(const QString &pageText)
{
    static const QRegularExpression dates(
        QStringLiteral(
            "\\b(?:(?<iy>\\d{4})-(?<im>\\d{2})-(?<id>\\d{2})"
            "|(?<d1>\\d{1,2})(?:st|nd|rd|th|er)?\\.? (?:of |de )?(?<m1>\\p{L}{3,10})\\.?,? (?:de )?(?<y1>\\d{4})"
            "|(?<m2>\\p{L}{3,10})\\.? (?<d2>\\d{1,2})(?:st|nd|rd|th)?,? (?<y2>\\d{4}))\\b"),
        QRegularExpression::UseUnicodePropertiesOption);
    const int page = m_pages++;
    auto match = dates.globalMatch(pageText);
    while (match.hasNext()) {
        const QRegularExpressionMatch one = match.next();
        const auto number = [&one](const char *name) { return one.captured(QLatin1String(name)).toInt(); };
        PartialDate date{number("iy"), number("im"), number("id")};
        if (number("y1") != 0)
            date = {number("y1"), monthNamed(one.captured(QStringLiteral("m1"))), number("d1")};
        else if (number("y2") != 0)
            date = {number("y2"), monthNamed(one.captured(QStringLiteral("m2"))), number("d2")};
        constexpr int firstYear = 1900;
        constexpr int lastYear = 2099;
        if (date.year < firstYear || date.year > lastYear || date.month == 0 || date.day == 0 ||
            !PartialDate::fromString(date.toString()))
            continue;
        if (m_dates.size() < mostDates)
            m_dates.try_emplace(date.firstDay(), TextDate{date, page});
    }
}

std::vector<TextDate> TextDates::found() const
{
    std::vector<TextDate> dates;
    for (const auto &[day, date] : m_dates)
        dates.push_back(date);
    return dates;
}

} // namespace model::intake
