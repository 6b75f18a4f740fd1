// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/domain/finding.h"
#include "model/domain/passage.h"
#include "model/domain/tag.h"

#include <variant>

namespace model {

struct Rejection;
using RejectionId = Id<Rejection>;

/// The passage is not a partner, a permission or evidence.
struct RejectedTag {
    TagKind kind = TagKind::Evidence;
    QString name; ///< of the partner or permission it was suggested as; empty for evidence

    friend bool operator==(const RejectedTag &, const RejectedTag &) = default;
};

/// The passage is not evidence of this finding.
struct RejectedLink {
    QString partner;
    QString permission;
    Stance stance = Stance::Supports; ///< as it was suggested; the finding is rejected with every stance

    friend bool operator==(const RejectedLink &, const RejectedLink &) = default;
};

/// A suggestion that the reporter said no to.
struct Rejection {
    RejectionId id;
    Passage passage; ///< the one that is not what was suggested, or the evidence
    std::variant<RejectedTag, RejectedLink> what;

    friend bool operator==(const Rejection &, const Rejection &) = default;
};

} // namespace model
