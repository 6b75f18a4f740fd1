// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QString>

namespace model::store {

class Database;

/// Copies the whole database as it is now to a new file at `path`, through SQLite's online backup. The copy appears
/// under its name complete and synced, or not at all; a file there is replaced.
Result<void> copyDatabase(Database &from, const QString &path);

} // namespace model::store
