// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace model::copies {

/// Where two sequences of words differ: [first, firstEnd) of the one stands for [second, secondEnd) of the other; one
/// of them may be empty. What lies between two hunks is the same in both.
struct Hunk {
    size_t first = 0;
    size_t firstEnd = 0;
    size_t second = 0;
    size_t secondEnd = 0;

    friend bool operator==(const Hunk &, const Hunk &) = default;
};

/// In order. Goes from runs of words that each side has once (patience diff) to a longest common subsequence between
/// them, in a time that grows with the texts and not with their product: very long stretches without anything to hold
/// on to count as different.
std::vector<Hunk> differences(const std::vector<std::uint64_t> &first, const std::vector<std::uint64_t> &second);

} // namespace model::copies
