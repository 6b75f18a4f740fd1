// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

namespace model::annotate {

/// From a raw score to the share of suggestions with such a score that are right: points to go through, by raw score.
using Calibration = std::vector<std::pair<float, float>>;

/// Between two points in a straight line; the raw score itself where nothing was calibrated.
float calibrated(const Calibration &calibration, float raw);

/// A judgement that was checked.
struct Outcome {
    float raw = 0;
    bool right = false;
};

/// The best rising curve through the outcomes: isotonic regression by pooling adjacent violators (Ayer et al. 1955),
/// drawn through the middle of each pool, and never quite sure of anything.
Calibration calibrate(std::vector<Outcome> outcomes);

} // namespace model::annotate
