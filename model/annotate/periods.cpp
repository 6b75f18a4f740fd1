// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/periods.h"

#include <array>
#include <optional>

namespace model::annotate {
namespace {

struct FoundDate {
    PartialDate date;
    int first = 0; ///< word index
    int last = 0;  ///< one past the last word
};

int yearIn(const Words &words, int i)
{
    const auto text = words.original(i);
    bool isNumber = false;
    const int year = text.size() == 4 ? text.toInt(&isNumber) : 0;
    return isNumber && year >= 1970 && year <= 2099 ? year : 0;
}

int monthIn(const Words &words, int i)
{
    static constexpr std::array<const char *, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                            "jul", "aug", "sep", "oct", "nov", "dec"};
    static constexpr std::array<const char *, 12> full = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};
    if (!words[i].upperStart)
        return 0;
    const auto word = words.folded(i);
    for (size_t m = 0; m < months.size(); ++m) {
        if (word == QLatin1String(full[m]) || word == QLatin1String(months[m]) || (m == 8 && word == u"sept"))
            return int(m) + 1;
    }
    return 0;
}

int dayIn(const Words &words, int i)
{
    const auto text = words.original(i);
    bool isNumber = false;
    const int day = text.size() <= 2 ? text.toInt(&isNumber) : 0;
    return isNumber && day >= 1 && day <= 31 ? day : 0;
}

/// A date that begins at word i: "5 March 2016", "March 5, 2016", "March 2016", "2016", "2016-03-05".
std::optional<FoundDate> dateAt(const Words &words, int i, int last)
{
    if (const auto iso = PartialDate::fromString(words.original(i).toString()); iso && words.original(i).size() >= 7)
        return FoundDate{*iso, i, i + 1};
    const auto stop = [&](int k) { return k < last && words.isSign(k, u'.') ? k + 1 : k; };
    const auto comma = [&](int k) { return k < last && words.isSign(k, u',') ? k + 1 : k; };
    if (const int day = dayIn(words, i); day && i + 1 < last) {
        if (const int month = monthIn(words, i + 1)) {
            const int k = stop(i + 2);
            if (k < last && yearIn(words, k)) {
                PartialDate date{yearIn(words, k), month, day};
                if (!PartialDate::fromString(date.toString()))
                    date.day = 0;
                return FoundDate{date, i, k + 1};
            }
        }
    }
    if (const int month = monthIn(words, i)) {
        int k = stop(i + 1);
        if (k < last && yearIn(words, k))
            return FoundDate{{yearIn(words, k), month, 0}, i, k + 1};
        if (k < last && words.is(k, QLatin1String("of")) && k + 1 < last && yearIn(words, k + 1))
            return FoundDate{{yearIn(words, k + 1), month, 0}, i, k + 2};
        if (const int day = k < last ? dayIn(words, k) : 0) {
            k = comma(k + 1);
            if (k < last && yearIn(words, k)) {
                PartialDate date{yearIn(words, k), month, day};
                if (!PartialDate::fromString(date.toString()))
                    date.day = 0;
                return FoundDate{date, i, k + 1};
            }
        }
    }
    if (const int year = yearIn(words, i))
        return FoundDate{{year, 0, 0}, i, i + 1};
    return std::nullopt;
}

/// "22 May" or "May 22".
std::optional<FoundDate> yearlessDateAt(const Words &words, int i, int year)
{
    if (i + 1 >= words.count())
        return std::nullopt;
    const bool dayFirst = dayIn(words, i) > 0;
    const PartialDate date{year, monthIn(words, dayFirst ? i + 1 : i), dayIn(words, dayFirst ? i : i + 1)};
    if (date.month == 0 || date.day == 0 || !PartialDate::fromString(date.toString()))
        return std::nullopt;
    return FoundDate{date, i, i + 2};
}

enum class Lead { None, From, Until, In };

/// What the words before a date make of it.
Lead leadOf(const Words &words, int first, int date)
{
    for (int i = date - 1; i >= first && date - i <= 5; --i) {
        const auto word = words.folded(i);
        if (word == u"since" || word == u"from" || word == u"between" || word == u"after" || word == u"starting" ||
            word == u"beginning" || word == u"effective")
            return Lead::From;
        if (word == u"until" || word == u"till" || word == u"to" || word == u"through" || word == u"before" ||
            word == u"by" || word == u"ended" || word == u"up")
            return Lead::Until;
        if (word == u"in" || word == u"during" || word == u"on" || word == u"as")
            return Lead::In;
        // "the spring of 2013", "early 2016", "late in 2014"
        const bool passes = word == u"the" || word == u"of" || word == u"early" || word == u"late" || word == u"mid" ||
                            word == u"summer" || word == u"spring" || word == u"autumn" || word == u"winter" ||
                            word == u"fall" || word == u"end" || word == u"start" || word == u"least" ||
                            word == u"at" || word == u"about" || word == u"around" || word == u"beginning" ||
                            word == u"middle" || word == u"year";
        if (!passes)
            break;
    }
    return Lead::None;
}

Period periodIn(const Words &words, int first, int last)
{
    Period period;
    for (int i = first; i < last;) {
        const auto found = dateAt(words, i, last);
        if (!found) {
            ++i;
            continue;
        }
        const Lead lead = leadOf(words, first, i);
        const bool second =
            i > first && (words.is(i - 1, QLatin1String("and")) || words.is(i - 1, QLatin1String("to")) ||
                          words.isSign(i - 1, u'–') || words.isSign(i - 1, u'-'));
        if (period.from && !period.to && second)
            period.to = found->date;
        else if (lead == Lead::From && !period.from)
            period.from = found->date;
        else if (lead == Lead::Until && !period.to)
            period.to = found->date;
        else if (lead == Lead::In && period.isEmpty())
            period = {found->date, found->date};
        else if (found->last < last && (words.isSign(found->last, u'–') || words.isSign(found->last, u'-')) &&
                 period.isEmpty())
            period.from = found->date;
        i = found->last;
    }
    if (!period.isOrdered())
        return {};
    return period;
}

} // namespace

Period periodOf(const QString &passage)
{
    const Words words{QStringView(passage)};
    return periodIn(words, 0, words.count());
}

std::vector<PartialDate> datesIn(const QString &passage, int year)
{
    const Words words{QStringView(passage)};
    std::vector<PartialDate> dates;
    for (int i = 0; i < words.count();) {
        auto found = dateAt(words, i, words.count());
        if (!found && year > 0)
            found = yearlessDateAt(words, i, year);
        if (found)
            dates.push_back(found->date);
        i = found ? found->last : i + 1;
    }
    return dates;
}

Period periodIn(const Analysis &analysis, int first, int last)
{
    return periodIn(analysis.words, first, last);
}

} // namespace model::annotate
