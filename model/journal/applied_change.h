// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/journal/decision.h"

namespace model::journal {

/// A change that was made, with the one that takes it back: a part of a journal entry.
struct AppliedChange {
    Change change;
    Change inverse;
    friend bool operator==(const AppliedChange &, const AppliedChange &) = default;
};

} // namespace model::journal
