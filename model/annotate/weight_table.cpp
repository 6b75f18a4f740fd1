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
    if (m_buckets.empty() || size_t(m_count) * 2 >= m_buckets.size())
        rehash(m_buckets.empty() ? 1024 : m_buckets.size() * 2);
    size_t i = hash & m_mask;
    while (m_buckets[i].slot >= 0)
        i = (i + 1) & m_mask;
    m_buckets[i] = {hash, m_count};
    m_hashes.push_back(hash);
    m_weights.resize(m_weights.size() + size_t(m_labels), 0.0F);
    return m_count++;
}

void WeightTable::reserve(int features)
{
    size_t size = 1024;
    while (size < size_t(features) * 2)
        size *= 2;
    if (size > m_buckets.size())
        rehash(size);
    m_hashes.reserve(size_t(features));
    m_weights.reserve(size_t(features) * size_t(m_labels));
}

void WeightTable::rehash(size_t size)
{
    m_mask = size - 1;
    m_buckets.assign(size, {});
    for (int slot = 0; slot < m_count; ++slot) {
        size_t i = m_hashes[size_t(slot)] & m_mask;
        while (m_buckets[i].slot >= 0)
            i = (i + 1) & m_mask;
        m_buckets[i] = {m_hashes[size_t(slot)], slot};
    }
}

} // namespace model::annotate
