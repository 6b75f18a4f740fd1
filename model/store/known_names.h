// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/analysis.h"
#include "model/base/result.h"

namespace model::store {

class Database;

/// What the reporter decided on names: partners are all names of those that have a tag or a link; blocked are the names
/// that were blocked, and those that were rejected as a partner and are none.
Result<annotate::KnownNames> knownNames(Database &database);

/// A permission as the matrix shows it, under one of its names.
struct PermissionName {
    QString shown;
    QString name; ///< its own, an alias, or one of those merged into it
};
/// All names of the permissions that have a tag or a link, also through merges.
Result<std::vector<PermissionName>> permissionNames(Database &database);

} // namespace model::store
