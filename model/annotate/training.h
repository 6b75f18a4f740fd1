// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/corpus.h"
#include "model/annotate/weights.h"

#include <vector>

namespace model::annotate {

/// Learns everything from texts with their true tags and links. The later models learn from what the earlier ones make
/// of texts that they have not seen (each fifth of the texts is read by a model made from the others), so that they
/// know their mistakes. Same documents in the same order, same weights.
Weights trainWeights(const std::vector<const GoldDocument *> &documents, const QString &version);

/// Goes on from `start` with pages that a reporter confirmed; quick enough to be done anew after each page. Same start,
/// same lessons in the same order: same weights.
Weights continueTraining(const Weights &start, const std::vector<const GoldDocument *> &lessons);

} // namespace model::annotate
