// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace model::annotate {

/// For each feature, known by its hash, a weight for each label. Open addressing: one probe finds most of them.
class WeightTable {
public:
    explicit WeightTable(int labels = 0);

    int labels() const { return m_labels; }
    int count() const { return m_count; }
    /// labels() weights, or null for a feature never seen. Valid until the next add().
    const float *find(quint32 hash) const
    {
        const int slot = slotOf(hash);
        return slot < 0 ? nullptr : &m_weights[size_t(slot) * size_t(m_labels)];
    }
    /// Where the feature's weights are, for at(); -1 for one never seen. Valid until the next add().
    int slotOf(quint32 hash) const
    {
        if (m_buckets.empty())
            return -1;
        for (size_t i = hash & m_mask;; i = (i + 1) & m_mask) {
            if (m_buckets[i].slot < 0 || m_buckets[i].hash == hash)
                return m_buckets[i].slot;
        }
    }
    /// Has slotOf(hash) wait less for memory, when it is asked some lookups later.
    void expect(quint32 hash) const
    {
        if (!m_buckets.empty())
            __builtin_prefetch(&m_buckets[hash & m_mask]);
    }
    /// Likewise for at(slot).
    void expectSlot(int slot) const { __builtin_prefetch(at(slot)); }
    float *at(int slot) { return &m_weights[size_t(slot) * size_t(m_labels)]; }
    const float *at(int slot) const { return &m_weights[size_t(slot) * size_t(m_labels)]; }
    /// The slot of the feature, made with zero weights where it was not known. Slots count from 0 in the order of
    /// adding.
    int add(quint32 hash);
    quint32 hashOfSlot(int slot) const { return m_hashes[size_t(slot)]; }
    void reserve(int features);

private:
    struct Bucket {
        quint32 hash = 0;
        int slot = -1; ///< -1: empty
    };
    void rehash(size_t size);

    int m_labels = 0;
    int m_count = 0;
    size_t m_mask = 0;
    std::vector<Bucket> m_buckets;
    std::vector<quint32> m_hashes;
    std::vector<float> m_weights;
};

} // namespace model::annotate
