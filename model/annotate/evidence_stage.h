// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/span_stage.h"

namespace model::annotate {

/// Labels of the evidence model.
enum EvidenceLabel : quint8 { NoEvidence, EvidenceBegins, EvidenceGoesOn, evidenceLabelCount };

/// An evidence passage found in a text.
struct Evidence {
    int first = 0;   ///< word index
    int last = 0;    ///< one past the last word
    float score = 1; ///< raw
};

/// Whether the unit can hold evidence: it has a partner or a permission, or is about access.
bool mayHoldEvidence(const SpanStage &stage, const std::vector<Mention> &mentions, const Analysis &analysis,
                     size_t unit);

/// The features of the evidence model for the words of a unit. `mentions` as settled, by place.
FeatureList evidenceFeatures(const Analysis &analysis, const SpanStage &stage, const std::vector<Mention> &mentions,
                             size_t unit);

/// By place, not overlapping; the last full stop left out.
std::vector<Evidence> findEvidence(const Analysis &analysis, const SpanStage &stage,
                                   const std::vector<Mention> &mentions, const SequenceModel &model);

} // namespace model::annotate
