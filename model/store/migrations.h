// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <functional>

namespace model::store {

class Database;

/// "CRVO": what a case file says it is.
inline constexpr int caseApplicationId = 0x4352564f;

/// The number of the newest schema step in resources/schema.
int newestSchemaVersion();

/// The step that brings the schema to `version`, as SQL; empty when there is none.
QByteArray schemaStep(int version);

/// Brings an empty or older database up to `version`, one transaction a step. `beforeFirst` runs before an existing
/// case is changed, to copy it; where it fails, nothing is changed.
Result<void> migrate(Database &database, int version = newestSchemaVersion(),
                     const std::function<Result<void>(int oldVersion)> &beforeFirst = {});

/// Refuses what is not a case (NotFound) and what a newer Carveout wrote (NewerVersion). Gives the schema version.
Result<int> checkedVersion(Database &database);

/// Whether tables, indexes and triggers are exactly those of its version: a file from elsewhere may bring its own.
Result<void> checkSchema(Database &database, int version);

Error notACase();
Error newerCase();

} // namespace model::store
