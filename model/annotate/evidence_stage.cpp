// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/evidence_stage.h"

#include "model/annotate/examples.h"

#include <algorithm>
#include <bit>

namespace model::annotate {
namespace {

/// The mentions of a unit, as [first, last) into the sorted list.
std::pair<size_t, size_t> mentionsIn(const std::vector<Mention> &mentions, const Unit &unit)
{
    const auto before = [](const Mention &m, int word) { return m.first < word; };
    const auto first = std::lower_bound(mentions.begin(), mentions.end(), unit.first, before);
    const auto last = std::lower_bound(first, mentions.end(), unit.last, before);
    return {size_t(first - mentions.begin()), size_t(last - mentions.begin())};
}

constexpr ClassBits cues = bit(WordClass::Deny) | bit(WordClass::End) | bit(WordClass::Plan) | bit(WordClass::Doubt) |
                           bit(WordClass::SayVerb) | bit(WordClass::Modal) | bit(WordClass::GrantVerb) |
                           bit(WordClass::TransferVerb) | bit(WordClass::Access) | bit(WordClass::Able);

} // namespace

bool mayHoldEvidence(const SpanStage &stage, const std::vector<Mention> &mentions, const Analysis &analysis,
                     size_t unit)
{
    const auto [first, last] = mentionsIn(mentions, analysis.units[unit]);
    return first < last || stage.matter[unit] >= 2;
}

FeatureList evidenceFeatures(const Analysis &analysis, const SpanStage &stage, const std::vector<Mention> &mentions,
                             size_t unitIndex)
{
    const Unit &unit = analysis.units[unitIndex];
    const auto [firstMention, lastMention] = mentionsIn(mentions, unit);
    const int length = unit.length();
    // What stands at each word: 0 nothing, 1 partner, 2 permission.
    std::vector<quint8> at(size_t(length), 0);
    quint32 partners = 0;
    quint32 permissions = 0;
    for (size_t m = firstMention; m < lastMention; ++m) {
        const bool isPartner = mentions[m].kind == TagKind::Partner;
        (isPartner ? partners : permissions) += 1;
        for (int i = mentions[m].first; i < std::min(mentions[m].last, unit.last); ++i) {
            if (at[size_t(i - unit.first)] == 0 || !isPartner)
                at[size_t(i - unit.first)] = isPartner ? 1 : 2;
        }
    }
    const quint32 counts =
        std::min(partners, 3U) << 8 | std::min(permissions, 3U) << 4 | quint32(stage.matter[unitIndex]);
    const quint32 roughCounts =
        std::min(partners, 1U) << 5 | std::min(permissions, 1U) << 4 | quint32(stage.matter[unitIndex]);
    float best = 0;
    for (int i = unit.first; i < unit.last; ++i)
        best = std::max(best, stage.permission[size_t(i)]);
    const quint32 bestStep = best < 0.1F ? 0U : best < 0.3F ? 1U : best < 0.6F ? 2U : best < 0.85F ? 3U : 4U;
    ClassBits unitCues = 0;
    for (int i = unit.first; i < unit.last; ++i)
        unitCues |= analysis.classes[size_t(i)] & cues;
    // How many mentions lie before and after each edge.
    std::vector<quint8> before(size_t(length) + 1, 0);
    for (int i = 0; i < length; ++i)
        before[size_t(i) + 1] = quint8(before[size_t(i)] | at[size_t(i)]);
    std::vector<quint8> after(size_t(length) + 1, 0);
    for (int i = length; i-- > 0;)
        after[size_t(i)] = quint8(after[size_t(i) + 1] | at[size_t(i)]);

    FeatureList list;
    const auto word = [&](int i) {
        return i < unit.first                    ? 1U
               : i >= unit.last                  ? 2U
               : analysis.nameOf[size_t(i)] >= 0 ? 3U
                                                 : analysis.words[i].hash;
    };
    const auto sign = [&](int i) -> quint32 {
        return i < unit.first || i >= unit.last ? 1U : analysis.words[i].isWord ? 0U : analysis.words[i].hash;
    };
    for (int i = unit.first; i < unit.last; ++i) {
        list.beginWord();
        const size_t k = size_t(i - unit.first);
        const quint32 place = i == unit.first ? 0U : i + 1 == unit.last ? 1U : 2U;
        list.add(Look::Bias, place);
        list.add(Look::SpanHere, at[k]);
        list.add(Look::SpanCounts, counts << 2 | place);
        list.add(Look::SpanCounts, 0x10000U | roughCounts << 8 | quint32(before[k]) << 4 | after[k]);
        list.add(Look::Matter, bestStep << 8 | roughCounts);
        list.add(Look::Matter, 0x1000U | quint32(stage.density[unitIndex]) << 8 | roughCounts);
        list.add(Look::UnitKind, quint32(unit.kind) << 8 | roughCounts);
        list.add(Look::UnitKind, 0x1000U | quint32(unit.kind) << 2 | quint32(unit.head >= 0));
        list.add(Look::SpansAround, quint32(before[k]) << 4 | quint32(after[k]) << 2 | at[k]);
        list.add(Look::ClauseEdge, mix(sign(i - 1), quint32(before[k]) << 2 | after[k]));
        list.add(Look::ClauseEdge, mix(mix(sign(i), 5U), quint32(before[k + 1]) << 2 | after[k + 1]));
        list.add(Look::Word, word(i));
        list.add(Look::WordBefore, word(i - 1));
        list.add(Look::WordAfter, word(i + 1));
        list.add(Look::WordsBeforeAnd, mix(word(i - 1), word(i)));
        list.add(Look::WordsAndAfter, mix(word(i), word(i + 1)));
        list.add(Look::WordsBeforeAnd, mix(0x77U, mix(word(i - 1), quint32(before[k]) << 2 | after[k])));
        for (ClassBits bits = unitCues; bits; bits &= bits - 1)
            list.add(Look::CueBefore, quint32(std::countr_zero(bits)) << 8 | roughCounts);
        for (ClassBits bits = analysis.classes[size_t(i)] & cues; bits; bits &= bits - 1)
            list.add(Look::Class, quint32(std::countr_zero(bits)));
    }
    return list;
}

std::vector<Evidence> findEvidence(const Analysis &analysis, const SpanStage &stage,
                                   const std::vector<Mention> &mentions, const SequenceModel &model)
{
    std::vector<Evidence> found;
    for (size_t u = 0; u < analysis.units.size(); ++u) {
        if (!mayHoldEvidence(stage, mentions, analysis, u))
            continue;
        const int firstWord = analysis.units[u].first;
        const auto labelling = label(model, evidenceFeatures(analysis, stage, mentions, u), Want::Probabilities);
        for (const LabelledRun &run : runsOf(labelling.best, firstWord)) {
            Evidence evidence{run.first, run.last, 0};
            for (int i = run.first; i < run.last; ++i)
                evidence.score += 1 - labelling.probability[size_t(i - firstWord) * evidenceLabelCount];
            evidence.score /= float(run.last - run.first);
            while (evidence.last - evidence.first > 1 &&
                   (analysis.words.isSign(evidence.last - 1, u'.') || analysis.words.isSign(evidence.last - 1, u',') ||
                    analysis.words.isSign(evidence.last - 1, u';')))
                --evidence.last;
            found.push_back(evidence);
        }
    }
    return found;
}

} // namespace model::annotate
