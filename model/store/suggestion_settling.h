// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

namespace model::store {

class Database;

/// Opens and closes a document's suggestions so that none contradicts or repeats what is decided. To be called in the
/// transaction that wrote suggestions of the document or a decision that concerns it. True: some changed.
///
/// Closed is a tag that overlaps one of its kind; one whose place was rejected for its kind, or whose words were
/// elsewhere, unless the words around them differ clearly; a partner of a blocked name. A link is closed when a passage
/// it rests on was rejected, or its finding for its evidence, or its partner's name is blocked, or evidence that
/// overlaps its own is linked to its finding already. A permission under a name of the case is the same as the
/// model's own name for it.
Result<bool> settleSuggestions(Database &database, qint64 document);

} // namespace model::store
