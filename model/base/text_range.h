// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace model {

/// Half open, in UTF-16 code units of a stored page text, counted from 0.
struct TextRange {
    qsizetype start = 0;
    qsizetype end = 0;

    qsizetype length() const { return end - start; }
    bool isEmpty() const { return end <= start; }
    bool overlaps(const TextRange &other) const { return start < other.end && other.start < end; }
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

} // namespace model
