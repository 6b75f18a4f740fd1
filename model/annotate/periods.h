// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/analysis.h"
#include "model/domain/period.h"

#include <vector>

namespace model::annotate {

/// When, by the words [first, last) themselves, something held: "from 2013 to May 2015", "since March 2016", "until
/// 2017", "in 2014". A date that only says when something was said or printed gives none. Empty where they give none.
Period periodIn(const Analysis &analysis, int first, int last);
/// The same for a whole passage.
Period periodOf(const QString &passage);
/// Every date with a year that the passage names, whatever it says of it, in reading order. With `year` also those of a
/// day and a month alone ("off since 22 May"), as of that year.
std::vector<PartialDate> datesIn(const QString &passage, int year = 0);

} // namespace model::annotate
