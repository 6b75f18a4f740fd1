// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/entities.h"
#include "model/annotate/evidence_stage.h"
#include "model/annotate/linker.h"
#include "model/annotate/permission_meaning.h"
#include "model/annotate/span_stage.h"
#include "model/annotate/weights.h"
#include "model/domain/finding.h"

namespace model::annotate {

/// A finding that an evidence passage may substantiate, before it is judged.
struct FindingCandidate {
    LinkCandidate link;
    size_t evidence = 0; ///< index into Reading::evidence
    Permission permission;
    std::vector<quint32> features; ///< what speaks for it and against it, for Weights::link
};

/// Everything the models make of a text but the last judgement.
struct Reading {
    std::vector<Mention> mentions;
    std::vector<QStringList> meant; ///< one a mention, see resolveStandIns()
    std::vector<Meaning> meanings;  ///< one a mention; of permissions only
    std::vector<Evidence> evidence;
    std::vector<Stance> stances; ///< one an evidence
    std::vector<FindingCandidate> candidates;

    const Evidence *evidenceAround(const Mention &mention) const;
};

/// `stage`: what findSpans() made of the text.
Reading readText(const Analysis &analysis, const SpanStage &stage, const Entities &entities, const Weights &weights);

} // namespace model::annotate
