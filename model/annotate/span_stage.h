// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/analysis.h"
#include "model/annotate/weights.h"
#include "model/domain/tag.h"

namespace model::annotate {

/// A partner or permission passage found in a text.
struct Mention {
    TagKind kind = TagKind::Partner;
    int first = 0;   ///< word index
    int last = 0;    ///< one past the last word
    int chunk = -1;  ///< of a partner: the name it is, index into Analysis::names; -1 for a stand-in ("it")
    float score = 1; ///< raw
    QString name;    ///< of a partner, once it is known whom it names
};

/// What the first models make of a text.
struct SpanStage {
    std::vector<int> matter;       ///< a unit
    std::vector<quint8> density;   ///< a unit: how much of what stands around it is about access, from 0 to 4
    std::vector<float> partner;    ///< a word: how likely it is part of a partner
    std::vector<float> permission; ///< a word
    std::vector<Mention> mentions; ///< by place
};

SpanStage findSpans(const Analysis &analysis, const ChoiceModel &matter, const SequenceModel &spans);

} // namespace model::annotate
