// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/analysis.h"

#include <vector>

namespace model::annotate {

/// What a feature looks at; with the value it saw, hashed, it is the feature.
enum class Look : quint8 {
    Bias,
    Word,
    WordBefore,
    WordBefore2,
    WordAfter,
    WordAfter2,
    WordsBeforeAnd,
    WordsAndAfter,
    WordsAround,
    Ending,
    Beginning,
    Shape,
    Shapes,
    Class,
    ClassBefore,
    ClassAfter,
    ClassPattern,
    InName,
    NameKind,
    NameBefore,
    NameAfter,
    NameVerbBefore,
    NameVerbAfter,
    NamePreposition,
    NameSurroundings,
    NameCount,
    NameRole,
    InPhrase,
    PhraseWord,
    PhraseEdges,
    UnitKind,
    UnitContent,
    UnitContentInName,
    TriggerBefore,
    TriggerPhrase,
    SinceTrigger,
    NameNeighbours,
    NameMatter,
    StandIn,
    Column,
    ColumnHead,
    Place,
    Matter,
    MatterWithWord,
    // of the evidence model only
    SpanHere,
    SpansAround,
    SpanCounts,
    ClauseEdge,
    CueBefore,
};

/// Features of a run of words, one after the other; each a hash of what it looks at and what it saw.
class FeatureList {
public:
    void beginWord() { m_begins.push_back(int(m_hashes.size())); }
    void add(Look look, quint32 value) { m_hashes.push_back(mix(quint32(look) + 0x51ed270bU, value)); }
    int words() const { return int(m_begins.size()); }
    int begin(int word) const { return m_begins[size_t(word)]; }
    int end(int word) const { return word + 1 < words() ? m_begins[size_t(word) + 1] : int(m_hashes.size()); }
    quint32 hash(int place) const { return m_hashes[size_t(place)]; }
    int total() const { return int(m_hashes.size()); }

private:
    std::vector<quint32> m_hashes;
    std::vector<int> m_begins;
};

/// As FeatureList, but remembers what each feature looks at, for the reasons.
struct SeenFeature {
    Look look;
    quint32 hash;
};

/// Whether the unit can hold a partner or a permission at all; the others are passed over.
bool isWorthReading(const Analysis &analysis, const Unit &unit);

/// The features of the partner and permission model, for the words of a unit. `matter`: how much the unit as a whole is
/// about somebody's access to data, from matterOf().
FeatureList spanFeatures(const Analysis &analysis, const Unit &unit, int matter);
/// The same for one of its words, with what they look at.
std::vector<SeenFeature> spanFeaturesSeen(const Analysis &analysis, const Unit &unit, int matter, int word);

} // namespace model::annotate
