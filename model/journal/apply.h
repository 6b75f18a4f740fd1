// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/signature.h"
#include "model/journal/decision.h"

namespace model::store {
class Database;
}

namespace model::journal {

/// Makes the change in the decided tables, signed by `by` unless it brings its own signature, and gives its inverse;
/// applying that restores the former state exactly. Checks first: Invalid or NotFound, with a sentence for the
/// reporter, and nothing is changed. Runs inside the caller's transaction, which must be given up after any error. A
/// passage is not compared with the text of its page, for that may be read anew; see session/gestures.h.
Result<Change> apply(store::Database &database, const Change &change, const Signature &by);

} // namespace model::journal
