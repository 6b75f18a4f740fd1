// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/calibration.h"

#include <algorithm>

namespace model::annotate {
namespace {

constexpr size_t fewestOutcomes = 50; ///< a curve through fewer says nothing
constexpr double fewestInPool = 25;

struct Pool {
    double raw = 0; ///< sums
    double right = 0;
    double count = 0;

    double share() const { return right / count; }
};

} // namespace

float calibrated(const Calibration &calibration, float raw)
{
    if (calibration.empty())
        return raw;
    if (raw <= calibration.front().first)
        return calibration.front().second;
    for (size_t i = 1; i < calibration.size(); ++i) {
        const auto &[x0, y0] = calibration[i - 1];
        const auto &[x1, y1] = calibration[i];
        if (raw <= x1)
            return x1 > x0 ? y0 + (y1 - y0) * (raw - x0) / (x1 - x0) : y1;
    }
    return calibration.back().second;
}

Calibration calibrate(std::vector<Outcome> outcomes)
{
    if (outcomes.size() < fewestOutcomes)
        return {};
    std::stable_sort(outcomes.begin(), outcomes.end(),
                     [](const Outcome &a, const Outcome &b) { return a.raw < b.raw; });
    std::vector<Pool> pools;
    for (const Outcome &outcome : outcomes) {
        if (pools.empty() || pools.back().count >= fewestInPool)
            pools.push_back({});
        pools.back().raw += double(outcome.raw);
        pools.back().right += outcome.right;
        pools.back().count += 1;
    }
    std::vector<Pool> rising;
    for (const Pool &pool : pools) {
        rising.push_back(pool);
        while (rising.size() > 1 && rising[rising.size() - 2].share() >= rising.back().share()) {
            Pool &before = rising[rising.size() - 2];
            before.raw += rising.back().raw;
            before.right += rising.back().right;
            before.count += rising.back().count;
            rising.pop_back();
        }
    }
    Calibration calibration;
    for (const Pool &pool : rising) {
        // Doubt weighs more on a small pool, and could pull it below the one before.
        const float share = float((pool.right + 0.5) / (pool.count + 1));
        calibration.push_back(
            {float(pool.raw / pool.count), calibration.empty() ? share : std::max(share, calibration.back().second)});
    }
    return calibration;
}

} // namespace model::annotate
