// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <stop_token>

namespace model::store {
class Database;
}

namespace model::journal {

/// Does again what the journal in `from` says, without what was withdrawn, in the decided tables of `into`, which must
/// be empty and know the documents. Both may be the same database. Runs inside the caller's transaction on `into`.
/// Damaged, naming the entry, where the journal contradicts itself; Cancelled.
Result<void> replay(store::Database &from, store::Database &into, const std::stop_token &stop = {});

} // namespace model::journal
