// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/pace.h"

#include <algorithm>

namespace ui::review {
namespace {

constexpr qint64 windowMs = 30 * 60 * 1000;
constexpr int leastSteps = 10;
constexpr qint64 leastMs = 2 * 60 * 1000;
/// What is decided at one stroke says little of what has to be looked at one by one.
constexpr int mostAtOnce = 5;

} // namespace

void Pace::decided(qint64 nowMs, int count)
{
    m_steps.push_back({nowMs, std::min(count, mostAtOnce)});
    while (m_steps.front().atMs < nowMs - windowMs)
        m_steps.pop_front();
}

std::optional<qint64> Pace::msFor(qint64 left, qint64 nowMs) const
{
    qint64 count = 0;
    int steps = 0;
    qint64 since = nowMs;
    for (const Step &step : m_steps) {
        if (step.atMs < nowMs - windowMs)
            continue;
        since = std::min(since, step.atMs);
        ++steps;
        // What was decided at the very beginning took its time before it.
        count += step.atMs > since ? step.count : 0;
    }
    const qint64 passed = nowMs - since;
    if (steps < leastSteps || passed < leastMs || count == 0)
        return std::nullopt;
    return left * passed / count;
}

} // namespace ui::review
