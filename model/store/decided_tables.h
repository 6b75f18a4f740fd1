// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QStringList>

namespace model::store {

class Database;

/// The tables that the journal's entries add up to, and the counts and groups derived from them, taken together.

/// Names, in plain words, of the tables whose rows differ between the two.
Result<QStringList> differingTables(Database &a, Database &b);

/// Empties them all, for a replay in place.
Result<void> clearDecidedTables(Database &database);

/// Copies what decisions refer to but do not make - the documents, without their text, and which are copies - into an
/// empty case.
Result<void> copyDocuments(Database &from, Database &into);

} // namespace model::store
