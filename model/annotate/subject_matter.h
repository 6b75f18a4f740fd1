// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/analysis.h"
#include "model/annotate/choice_model.h"

namespace model::annotate {

/// How much a unit as a whole is about somebody's access to data, in steps from 0 (not at all) to matterSteps - 1. Seen
/// before its words are judged one by one: "share" and "partner" mean little alone.
inline constexpr int matterSteps = 6;

std::vector<quint32> matterFeatures(const Analysis &analysis, size_t unit);
int matterOf(const ChoiceModel &model, const Analysis &analysis, size_t unit);

} // namespace model::annotate
