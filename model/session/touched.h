// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/journal/applied_change.h"
#include "model/session/change_set.h"

#include <vector>

namespace model::session {

/// What views may have to ask for again after these changes.
ChangeSet touchedBy(const std::vector<journal::AppliedChange> &parts);

} // namespace model::session
