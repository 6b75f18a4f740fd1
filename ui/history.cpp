// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history.h"

namespace ui {
namespace {

constexpr size_t keptSteps = 200;

} // namespace

bool Spot::isSameAs(const Spot &other) const
{
    return place == other.place && document == other.document && page.pageIndex == other.page.pageIndex &&
           query == other.query && cell == other.cell && subject == other.subject;
}

void History::leave(const Spot &here)
{
    m_future.clear();
    if (!m_past.empty() && m_past.back().isSameAs(here))
        m_past.pop_back(); // the exact position is that of the last time
    m_past.push_back(here);
    if (m_past.size() > keptSteps)
        m_past.erase(m_past.begin());
}

std::optional<Spot> History::step(std::vector<Spot> &from, std::vector<Spot> &to, const Spot &here)
{
    // What looks like where the reporter is already is no step.
    while (!from.empty() && from.back().isSameAs(here))
        from.pop_back();
    if (from.empty())
        return std::nullopt;
    const Spot there = from.back();
    from.pop_back();
    to.push_back(here);
    return there;
}

std::optional<Spot> History::back(const Spot &here)
{
    return step(m_past, m_future, here);
}

std::optional<Spot> History::forward(const Spot &here)
{
    return step(m_future, m_past, here);
}

std::optional<Spot> History::backToOtherPlace(const Spot &here)
{
    size_t steps = m_past.size();
    while (steps > 0 && m_past[steps - 1].place == here.place)
        --steps;
    if (steps == 0)
        return std::nullopt;
    Spot at = here;
    while (m_past.size() >= steps) {
        const auto there = back(at);
        if (!there)
            return std::nullopt;
        at = *there;
    }
    return at;
}

} // namespace ui
