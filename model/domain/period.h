// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace model {

/// A day, a month or a year: as exact as the evidence is, and no more.
struct PartialDate {
    int year = 0;  ///< 1 to 9999
    int month = 0; ///< 1 to 12, 0 when only the year is known
    int day = 0;   ///< 1 to 31, 0 when only year and month are known

    /// "2013", "2013-03" or "2013-03-05"; nothing for anything else, or for a day that does not exist.
    static std::optional<PartialDate> fromString(const QString &text);
    /// Also what a hurried hand writes: "3/2013" or "3/13" for March 2013, "2013-3", "5.3.2013"; without a century, it
    /// is the one in which the year is not after 2069. A day with slashes ("13/3/2013") only where it can be read in
    /// one way.
    static std::optional<PartialDate> fromHand(const QString &text);
    QString toString() const;
    /// The first and the last day it can mean, as yyyymmdd, for comparing.
    int firstDay() const;
    int lastDay() const;

    friend bool operator==(const PartialDate &, const PartialDate &) = default;
};

QString toText(const std::optional<PartialDate> &date); ///< as PartialDate::toString(); empty for none

/// When a partner had a permission; either end may be unknown.
struct Period {
    std::optional<PartialDate> from;
    std::optional<PartialDate> to;

    bool isEmpty() const { return !from && !to; }
    /// False when it certainly ends before it begins.
    bool isOrdered() const { return !from || !to || from->firstDay() <= to->lastDay(); }
    /// "2013–2015", "2013", "from 2013", "until 2015"; empty where neither end is known.
    QString toString() const;

    /// As a hand writes it: "2015", "5/2015-2017", "2015-05..2017", "3/13-" (since then), "-10/17" (until then), with
    /// ".." or a dash or "to" between. A date alone is both ends. Nothing for anything else. It may end before it
    /// begins: isOrdered() tells.
    static std::optional<Period> fromHand(const QString &text);

    friend bool operator==(const Period &, const Period &) = default;
};

} // namespace model
