// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace model::search {

/// A set of page ids, kept as runs: a whole document is one run, and so is all that is not in a set.
class PageSet final {
public:
    struct Run {
        qint64 first = 0;
        qint64 last = 0; ///< included
        friend bool operator==(const Run &, const Run &) = default;
    };

    PageSet() = default;
    static PageSet all();
    static PageSet of(std::vector<Run> runs); ///< in any order, overlaps allowed

    const std::vector<Run> &runs() const { return m_runs; } ///< ascending, apart
    bool isEmpty() const { return m_runs.empty(); }
    bool contains(qint64 id) const;

    PageSet united(const PageSet &other) const;
    PageSet intersected(const PageSet &other) const;
    PageSet inverted() const;

    friend bool operator==(const PageSet &, const PageSet &) = default;

private:
    std::vector<Run> m_runs;
};

} // namespace model::search
