// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"
#include "model/journal/applied_change.h"

#include <QSet>

#include <vector>

namespace model::store {
class Database;
}

/// Keeps suggestions in step with what is decided. Every call runs inside the caller's transaction.
namespace model::session {

/// Opens and closes the suggestions that these changes decide or set free; gives the documents they are in.
Result<QSet<Sha256>> settleSuggestionsAfter(store::Database &database,
                                            const std::vector<journal::AppliedChange> &changes);

Result<void> settleAllSuggestions(store::Database &database);

} // namespace model::session
