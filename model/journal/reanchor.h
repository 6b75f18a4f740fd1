// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/signature.h"
#include "model/domain/tag.h"
#include "model/journal/applied_change.h"

#include <vector>

namespace model::store {
class Database;
}

/// Tags go with their words where the text of a page changes. Every call runs inside the caller's transaction.
namespace model::journal {

struct Reanchored {
    int moved = 0;
    int unplaced = 0; ///< stay as they were: see tagsOutOfPlace
};

/// After the text of a page changed: moves each tag on it to where its words are now, in one entry of the journal. Each
/// stays whose it was.
Result<Reanchored> reanchorTags(store::Database &database, const Sha256 &document, int pageIndex, const Signature &by);

/// Tags whose words are not where they say, since OCR read their page anew, or it was converted
/// anew, and they were not seen.
Result<std::vector<Tag>> tagsOutOfPlace(store::Database &database);

/// Whether an entry did nothing but that: undoing it would lead the tags astray, so undo passes it over.
bool isReanchoring(const std::vector<AppliedChange> &changes);

} // namespace model::journal
