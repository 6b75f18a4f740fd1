// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/analysis.h"
#include "model/annotate/annotator.h"
#include "model/annotate/weights.h"

namespace model::annotate {

/// What spoke most for a proposed passage, in plain words, strongest first; at most a few. Empty where nothing in
/// particular did.
QStringList reasonsFor(const Analysis &analysis, const Weights &weights, const ProposedSpan &span);

} // namespace model::annotate
