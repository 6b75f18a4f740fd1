// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/clusters.h"

#include "model/copies/mixing.h"

#include <algorithm>
#include <limits>

namespace model::copies {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();
// Thousands of papers made from one form all meet in the same bands. Without a limit they would all be compared.
constexpr int mostInBand = 50;
constexpr size_t mostCompared = 6;
constexpr double leastEstimate = 0.2; ///< copies misread at every sixth word share about a third of their shingles
constexpr double leastLength = 0.5;   ///< of the shorter to the longer: below they cannot share enough words

} // namespace

Clusters::Clusters()
{
    for (Band &band : m_bands)
        band.slots.assign(64, none);
}

Result<Cluster> Clusters::add(qint64 document, const TextSignature &signature, const Compare &compare)
{
    Cluster cluster{document, 1.0};
    if (const auto same = m_same.constFind(signature.same); !signature.same.isEmpty() && same != m_same.constEnd())
        return *same;
    if (!signature.sketch.isEmpty()) {
        const Sketch sketch(signature.sketch);
        for (const Candidate &candidate : candidates(signature, sketch)) {
            const qint64 leader = m_leaders[candidate.leader].document;
            const auto likeness = compare(document, leader);
            if (!likeness)
                return likeness.error();
            if (*likeness) {
                cluster = {leader, **likeness};
                break;
            }
        }
    }
    addKnown(document, signature, cluster);
    return cluster;
}

void Clusters::addKnown(qint64 document, const TextSignature &signature, const Cluster &cluster)
{
    if (!signature.same.isEmpty() && !m_same.contains(signature.same))
        m_same.insert(signature.same, cluster);
    if (cluster.leader == document && !signature.sketch.isEmpty())
        addLeader(document, signature);
}

std::vector<Clusters::Candidate> Clusters::candidates(const TextSignature &signature, const Sketch &sketch)
{
    ++m_search;
    std::vector<Candidate> found;
    for (int band = 0; band < Sketch::bands; ++band) {
        const auto place = static_cast<size_t>(band);
        std::uint32_t leader = m_bands[place].slots[slotOf(band, sketch.band(band))];
        for (int looked = 0; leader != none && looked < mostInBand; leader = m_before[leader][place], ++looked) {
            if (std::exchange(m_seenFor[leader], m_search) == m_search)
                continue;
            const auto [shorter, longer] = std::minmax(signature.words, m_leaders[leader].words);
            if (static_cast<double>(shorter) < leastLength * static_cast<double>(longer))
                continue;
            const double estimate = sketch.resemblance(m_leaders[leader].sketch);
            if (estimate >= leastEstimate)
                found.push_back({estimate, leader});
        }
    }
    std::sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) {
        return std::pair(-a.estimate, a.leader) < std::pair(-b.estimate, b.leader);
    });
    found.resize(std::min(found.size(), mostCompared));
    return found;
}

void Clusters::addLeader(qint64 document, const TextSignature &signature)
{
    const auto leader = static_cast<std::uint32_t>(m_leaders.size());
    m_leaders.push_back({document, signature.words, Sketch(signature.sketch)});
    m_seenFor.push_back(0);
    m_before.emplace_back();
    for (int band = 0; band < Sketch::bands; ++band) {
        const auto place = static_cast<size_t>(band);
        Band &index = m_bands[place];
        if (index.used * 2 >= index.slots.size())
            grow(band);
        std::uint32_t &newest = index.slots[slotOf(band, m_leaders.back().sketch.band(band))];
        index.used += newest == none;
        m_before.back()[place] = std::exchange(newest, leader);
    }
}

size_t Clusters::slotOf(int band, std::uint32_t key) const
{
    const std::vector<std::uint32_t> &slots = m_bands[static_cast<size_t>(band)].slots;
    size_t slot = mixed(key) & (slots.size() - 1);
    while (slots[slot] != none && m_leaders[slots[slot]].sketch.band(band) != key)
        slot = (slot + 1) & (slots.size() - 1);
    return slot;
}

void Clusters::grow(int band)
{
    std::vector<std::uint32_t> &slots = m_bands[static_cast<size_t>(band)].slots;
    const std::vector<std::uint32_t> old = std::exchange(slots, std::vector<std::uint32_t>(slots.size() * 2, none));
    for (const std::uint32_t leader : old) {
        if (leader != none)
            slots[slotOf(band, m_leaders[leader].sketch.band(band))] = leader;
    }
}

} // namespace model::copies
