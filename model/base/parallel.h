// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace model {

/// Calls act(0) to act(count - 1), each once, on this thread and one more for each further core; returns when all are
/// done. The calls must neither throw nor touch what another one changes.
template <class Act> void inParallel(std::size_t count, const Act &act)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            act(i);
    };
    std::vector<std::jthread> helpers;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    for (std::size_t i = 1; i < std::min(cores, count); ++i)
        helpers.emplace_back(work);
    work();
}

} // namespace model
