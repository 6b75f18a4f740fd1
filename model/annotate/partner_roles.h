// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/entities.h"
#include "model/annotate/span_stage.h"

namespace model::annotate {

/// Is this entity a partner, judged by all places where the text names it?
std::vector<quint32> roleFeatures(const Analysis &analysis, const SpanStage &stage, const Entity &entity);

/// Partner mentions made one of a kind over the whole text: all mentions of the entities that are partners, and the
/// stand-ins that the first model found; permissions as they were. Sorted by place. What the reporter decided on a name
/// holds.
std::vector<Mention> settlePartners(const Analysis &analysis, const SpanStage &stage, const Entities &entities,
                                    const ChoiceModel &role);

} // namespace model::annotate
