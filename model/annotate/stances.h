// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/analysis.h"
#include "model/annotate/choice_model.h"
#include "model/domain/finding.h"

namespace model::annotate {

/// What speaks for the stance of the evidence in words [first, last).
std::vector<quint32> stanceFeatures(const Analysis &analysis, int first, int last);
Stance stanceOf(const Analysis &analysis, int first, int last, const ChoiceModel &model);

} // namespace model::annotate
