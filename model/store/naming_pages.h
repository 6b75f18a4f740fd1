// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/subject.h"
#include "model/search/page_set.h"
#include "model/search/text_match.h"

namespace model::store {

class Database;

/// Where a partner or a permission may be spoken of.
struct NamingPages {
    search::PageSet pages;
    std::vector<search::TextMatch> words; ///< what was looked for in the text, to show it there; empty: nothing
};

/// The pages that name a subject of the matrix, through merges:
/// - with a tag naming it, or with evidence linked to a finding of it
/// - with an undecided suggestion of that name
/// - with one of its names in their text; for a permission: with all words of one of its names, or words that begin so,
///   or with the very words that were tagged as it somewhere else
/// A subject that is not in the case, for it is only suggested, is looked for by its name.
Result<NamingPages> pagesNaming(Database &database, const Subject &subject);

} // namespace model::store
