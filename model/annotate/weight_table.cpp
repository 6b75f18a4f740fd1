// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/weight_table.h"

namespace model::annotate {

WeightTable::WeightTable(int labels)
    : m_labels(labels)
{
}

int WeightTable::add(quint32 hash)
{
    if (const int known = slotOf(hash); known >= 0)
        return known;
    if (m_keys.empty() || size_t(m_count) * 2 >= m_keys.size())
        rehash(m_keys.empty() ? 1024 : m_keys.size() * 2);
    size_t i = hash & m_mask;
    while (m_slots[i] >= 0)
        i = (i + 1) & m_mask;
    m_keys[i] = hash;
    m_slots[i] = m_count;
    m_hashes.push_back(hash);
    m_weights.resize(m_weights.size() + size_t(m_labels), 0.0F);
    return m_count++;
}

void WeightTable::reserve(int features)
{
    size_t size = 1024;
    while (size < size_t(features) * 2)
        size *= 2;
    if (size > m_keys.size())
        rehash(size);
    m_hashes.reserve(size_t(features));
    m_weights.reserve(size_t(features) * size_t(m_labels));
}

void WeightTable::rehash(size_t size)
{
    m_mask = size - 1;
    m_keys.assign(size, 0);
    m_slots.assign(size, -1);
    for (int slot = 0; slot < m_count; ++slot) {
        size_t i = m_hashes[size_t(slot)] & m_mask;
        while (m_slots[i] >= 0)
            i = (i + 1) & m_mask;
        m_keys[i] = m_hashes[size_t(slot)];
        m_slots[i] = slot;
    }
}

} // namespace model::annotate
