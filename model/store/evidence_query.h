// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/evidence_line.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// The evidence of the finding of two roots, with whatever was merged into them; of all findings without one. Sorted by
/// partner, permission, document and place. `conclusion` is left empty.
Result<std::vector<EvidenceLine>> evidenceLines(Database &database, const std::optional<FindingKey> &finding);

} // namespace model::store
