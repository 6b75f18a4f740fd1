// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/note.h"

#include <utility>
#include <vector>

namespace model::store {
class Database;
}

namespace model::journal {

/// Entry and place of each part of the journal that must go so that nothing of these documents, or of this note, is
/// left in it: what speaks of the documents, of tags in them, of links of those tags, of notes on any of these, the
/// receipts, and the partners and permissions that nothing else refers to, whose names came from there. What stays
/// still replays, for everything that is left was independent of what goes.
Result<std::vector<std::pair<qint64, qint64>>> partsAbout(store::Database &database,
                                                          const std::vector<Sha256> &documents);
Result<std::vector<std::pair<qint64, qint64>>> partsAbout(store::Database &database, const NoteId &note);

} // namespace model::journal
