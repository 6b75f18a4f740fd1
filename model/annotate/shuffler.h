// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <utility>
#include <vector>

namespace model::annotate {

/// Shuffles by a fixed rule: the same values in the same order come out the same.
class Shuffler {
public:
    template <class T> void shuffle(std::vector<T> &values)
    {
        for (size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[next() % i]);
    }

private:
    quint64 next()
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return m_state >> 16;
    }
    quint64 m_state = 0x9e3779b97f4a7c15ULL;
};

} // namespace model::annotate
