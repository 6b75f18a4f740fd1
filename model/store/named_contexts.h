// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/passage.h"
#include "model/domain/subject.h"

#include <vector>

namespace model::store {

class Database;

/// A passage that names a partner, with the partner it counts as.
struct NamedPassage {
    SubjectId root;
    Passage passage;
};

/// Those after which the text goes on as if it told of an owner or of another name: "'s ...", ", a subsidiary of ...",
/// "(formerly ...". One for each partner and way of going on.
Result<std::vector<NamedPassage>> passagesOfKinship(Database &database);

} // namespace model::store
