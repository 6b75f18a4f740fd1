// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/copies/sketch.h"

#include <QHash>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace model::copies {

/// What a document was found to be a copy of.
struct Cluster {
    qint64 leader = 0;     ///< itself where it is a copy of nothing that came before
    double likeness = 1.0; ///< to the leader; 1: the same words

    friend bool operator==(const Cluster &, const Cluster &) = default;
};

/// Finds for one document after the other the earlier one that it is a copy of. Every copy is compared with the leader
/// of its group itself, so that no chain of small changes makes a group of things that are not alike. What is found
/// depends on the documents before it alone.
class Clusters final {
public:
    /// How alike two documents are; nothing where they are not copies. Of the later and the leader.
    using Compare = std::function<Result<std::optional<double>>(qint64 document, qint64 leader)>;

    Clusters();

    /// In ascending order of numbers.
    Result<Cluster> add(qint64 document, const TextSignature &signature, const Compare &compare);
    /// A document whose group is known already. The same order.
    void addKnown(qint64 document, const TextSignature &signature, const Cluster &cluster);

private:
    struct Leader {
        qint64 document;
        qint64 words;
        Sketch sketch;
    };
    struct Candidate {
        double estimate;
        size_t leader;
    };
    std::vector<Candidate> candidates(const TextSignature &signature, const Sketch &sketch);
    void addLeader(qint64 document, const TextSignature &signature);

    QHash<QByteArray, Cluster> m_same; ///< by TextSignature::same
    std::vector<Leader> m_leaders;
    /// Of one band, the newest leader of each key. Open addressing, at most half full.
    struct Band {
        std::vector<std::uint32_t> slots;
        size_t used = 0;
    };
    size_t slotOf(int band, std::uint32_t key) const;
    void grow(int band);
    std::array<Band, Sketch::bands> m_bands;
    std::vector<std::array<std::uint32_t, Sketch::bands>> m_before; ///< by leader: the one before it with the same key
    std::vector<std::uint32_t> m_seenFor; ///< by leader: for which search it was looked at last
    std::uint32_t m_search = 0;
};

} // namespace model::copies
