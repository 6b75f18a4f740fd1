// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/journal/applied_change.h"
#include "model/session/change_set.h"

#include <vector>

namespace model::session {

class CaseFile;

/// What views may have to ask for again after these changes.
ChangeSet touchedBy(const std::vector<journal::AppliedChange> &parts);

/// Where these changes can be seen: a link, where its evidence stands.
std::optional<DocumentPage> placeOf(const CaseFile &file, const std::vector<journal::AppliedChange> &parts);

} // namespace model::session
