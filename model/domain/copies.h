// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/sha256.h"

#include <optional>

namespace model {

/// What a document counts as, where sources are counted.
enum class CopyRule {
    AsFound, ///< what comparing the texts says
    Alone,   ///< a source of its own
    CopyOf   ///< a copy of another document, whatever the texts say
};

/// What the reporter said of a document.
struct CopyDecision {
    CopyRule rule = CopyRule::AsFound;
    std::optional<Sha256> of = {}; ///< for CopyOf alone

    friend bool operator==(const CopyDecision &, const CopyDecision &) = default;
};

} // namespace model
