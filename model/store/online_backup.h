// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QFile>
#include <QString>

#include <memory>

namespace model::store {

class Database;

/// Copies the whole database as it is now to a new file at `path`, through SQLite's online backup. The copy appears
/// under its name complete and synced, or not at all; a file there is replaced.
Result<void> copyDatabase(Database &from, const QString &path);

/// The same into a file without a name, in the folder `inFolder`: its room is given back when the last descriptor is
/// closed, however the program ends. Open for reading, from its beginning.
Result<std::unique_ptr<QFile>> copyToUnnamedFile(Database &from, const QString &inFolder);

} // namespace model::store
