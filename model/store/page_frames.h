// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"
#include "model/domain/page_frame.h"

#include <vector>

namespace model::store {

class Database;

/// Of all pages of a document, in their order.
Result<std::vector<PageFrame>> pageFrames(Database &database, const Sha256 &document);

} // namespace model::store
