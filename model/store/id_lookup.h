// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/finding.h"
#include "model/domain/note.h"
#include "model/domain/tag.h"

#include <vector>

namespace model::store {

class Database;

/// Which of the case's tags, links and notes have an id in the range, in its order; `mostCandidates` at the most.
inline constexpr int mostCandidates = 8;
Result<std::vector<TagId>> tagsWithin(Database &database, const IdRange &range);
Result<std::vector<LinkId>> linksWithin(Database &database, const IdRange &range);
Result<std::vector<NoteId>> notesWithin(Database &database, const IdRange &range);

} // namespace model::store
