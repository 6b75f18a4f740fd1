// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace model::annotate {

/// Leaves out some of an example's features, others each time, so that no feature leans on another that a new text may
/// not have (Hinton et al. 2012). By a fixed rule: the same calls leave out the same.
class Dropout {
public:
    /// `share` of them, 0 for none.
    explicit Dropout(float share)
        : m_below(quint32(double(share) * 0xffffffff))
        , m_scale(1 / (1 - share))
    {
    }

    /// The slots with -1 for those left out. Valid until the next call, and as long as `slots`.
    const std::vector<int> &thin(const std::vector<int> &slots)
    {
        if (m_below == 0)
            return slots;
        m_thinned = slots;
        for (int &slot : m_thinned) {
            if (next() < m_below)
                slot = -1;
        }
        return m_thinned;
    }
    /// What a score of the rest is to be multiplied by to stand for all.
    float scale() const { return m_scale; }

private:
    quint32 next()
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 17;
        m_state ^= m_state << 5;
        return m_state;
    }
    const quint32 m_below;
    const float m_scale;
    quint32 m_state = 0x9e3779b9U;
    std::vector<int> m_thinned;
};

} // namespace model::annotate
