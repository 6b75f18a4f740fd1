// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/search/text_match.h"

#include <optional>

namespace model::store {

class Database;

/// Every name of every partner in the case, merged ones and aliases too, as it is looked for in the text.
Result<std::vector<search::TextMatch>> partnerNames(Database &database);

/// Page ids.
struct PageSpan {
    qint64 behind = 0; ///< not included
    qint64 last = 0;   ///< included
};
/// The first page in the span that the reporter has not read and that names a partner: with a tag, with a suggestion
/// that is not decided, or with one of these names in its text.
Result<std::optional<qint64>> firstUnreadPartnerPage(Database &database, const std::vector<search::TextMatch> &names,
                                                     const PageSpan &span);

} // namespace model::store
