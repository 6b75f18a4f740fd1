// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/page_set.h"

#include <algorithm>
#include <limits>

namespace model::search {
namespace {

constexpr qint64 smallest = 0;
constexpr qint64 largest = std::numeric_limits<qint64>::max() - 1;

} // namespace

PageSet PageSet::all()
{
    return of({{smallest, largest}});
}

PageSet PageSet::of(std::vector<Run> runs)
{
    std::sort(runs.begin(), runs.end(), [](const Run &a, const Run &b) { return a.first < b.first; });
    PageSet set;
    for (const Run &run : runs) {
        if (run.last < run.first)
            continue;
        if (!set.m_runs.empty() && run.first <= set.m_runs.back().last + 1)
            set.m_runs.back().last = std::max(set.m_runs.back().last, run.last);
        else
            set.m_runs.push_back(run);
    }
    return set;
}

bool PageSet::contains(qint64 id) const
{
    const auto behind = std::upper_bound(m_runs.begin(), m_runs.end(), id,
                                         [](qint64 value, const Run &run) { return value < run.first; });
    return behind != m_runs.begin() && std::prev(behind)->last >= id;
}

PageSet PageSet::united(const PageSet &other) const
{
    std::vector<Run> runs = m_runs;
    runs.insert(runs.end(), other.m_runs.begin(), other.m_runs.end());
    return of(std::move(runs));
}

PageSet PageSet::intersected(const PageSet &other) const
{
    PageSet set;
    auto a = m_runs.begin();
    auto b = other.m_runs.begin();
    while (a != m_runs.end() && b != other.m_runs.end()) {
        const Run run{std::max(a->first, b->first), std::min(a->last, b->last)};
        if (run.first <= run.last)
            set.m_runs.push_back(run);
        if (a->last < b->last)
            ++a;
        else
            ++b;
    }
    return set;
}

PageSet PageSet::inverted() const
{
    PageSet set;
    qint64 next = smallest;
    for (const Run &run : m_runs) {
        if (next < run.first)
            set.m_runs.push_back({next, run.first - 1});
        next = run.last + 1;
    }
    if (next <= largest)
        set.m_runs.push_back({next, largest});
    return set;
}

} // namespace model::search
