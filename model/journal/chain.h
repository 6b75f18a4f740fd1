// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"

#include <QStringList>

#include <stop_token>

namespace model::store {
class Database;
}

namespace model::journal {

/// What is wrong with the chain of hashes, as sentences; none when it holds. Checks that entries follow each other
/// without a gap, that every hash is right, that undo and redo point back, that payloads can be understood, and that
/// every erased part is named by a withdrawal.
Result<QStringList> checkChain(store::Database &database, const std::stop_token &stop = {});

} // namespace model::journal
