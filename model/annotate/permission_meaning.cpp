// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/permission_meaning.h"

#include "model/annotate/lexicon.h"
#include "model/domain/subject.h"

#include <algorithm>
#include <bit>

namespace model::annotate {
namespace {

quint32 plainWord(const Analysis &a, int i)
{
    if (a.nameOf[size_t(i)] >= 0 && !(a.classes[size_t(i)] & anyData))
        return 31U;
    const auto folded = a.words.folded(i);
    return a.words[i].isWord && folded.endsWith(u's') ? hashOf(singular(folded)) : a.words[i].hash;
}

quint32 dataBitsAt(const Analysis &a, int i)
{
    return quint32((a.classes[size_t(i)] & anyData) >> int(WordClass::Data));
}

quint32 actionBitsAt(const Analysis &a, int i)
{
    const ClassBits bits = a.classes[size_t(i)];
    return quint32((bits & anyVerb) >> int(WordClass::Verb)) | quint32((bits & anyAct) >> int(WordClass::Act));
}

bool namesData(const Analysis &a, int first, int last)
{
    for (int i = first; i < last; ++i) {
        if (dataBitsAt(a, i) && !(a.classes[size_t(i)] & bit(WordClass::Vague)))
            return true;
    }
    return false;
}

/// The kinds of the last data named before a word, not far from it, in rows of a table in the same row.
quint32 nearestDataBefore(const Analysis &a, int word)
{
    constexpr int reach = 60;
    const int unit = a.unitOf[size_t(word)];
    const bool isRow = a.units[size_t(unit)].kind == UnitKind::Row;
    for (int i = word - 1; i >= 0 && word - i <= reach; --i) {
        if (isRow && a.unitOf[size_t(i)] != unit)
            break;
        if (dataBitsAt(a, i) && !(a.classes[size_t(i)] & bit(WordClass::Vague)))
            return dataBitsAt(a, i);
    }
    return 0;
}

void tidy(std::vector<quint32> &features)
{
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
}

} // namespace

std::vector<quint32> actionFeatures(const Analysis &a, int first, int last, const MeaningContext &context,
                                    Action action)
{
    const quint32 id = quint32(action) + 1;
    std::vector<quint32> features;
    const auto own = [&](quint32 what, quint32 value) { features.push_back(mix(mix(0xa00 + what, id), value)); };
    const auto shared = [&](quint32 what, quint32 value) { features.push_back(mix(0xb00 + what, value)); };
    own(0, 0);
    const quint32 wanted = 1U << int(action);
    quint32 hits = 0;
    quint32 others = 0;
    bool anyDataHere = false;
    for (int i = first; i < last; ++i) {
        own(1, plainWord(a, i));
        const quint32 bits = actionBitsAt(a, i);
        hits += bits & wanted ? 1U : 0U;
        others |= bits & ~wanted;
        anyDataHere |= dataBitsAt(a, i) != 0;
    }
    own(2, plainWord(a, first));
    if (first + 1 < last)
        own(3, mix(plainWord(a, first), plainWord(a, first + 1)));
    const bool firstHits = actionBitsAt(a, first) & wanted;
    shared(4, quint32(firstHits) << 4 | std::min(hits, 2U) << 1 | quint32(others != 0));
    own(4, quint32(firstHits) << 4 | std::min(hits, 2U) << 1 | quint32(others != 0));
    own(5, quint32(anyDataHere));
    const Unit &unit = a.units[size_t(a.unitOf[size_t(first)])];
    for (int i = std::max(unit.first, first - 3); i < first; ++i)
        own(6, plainWord(a, i));
    bool verbBefore = false;
    for (int i = first - 1; i >= unit.first && first - i < 10 && !verbBefore; --i) {
        if (a.nameOf[size_t(i)] < 0 &&
            a.classes[size_t(i)] & (anyVerb | bit(WordClass::GrantVerb) | bit(WordClass::TransferVerb))) {
            own(7, plainWord(a, i));
            shared(7, actionBitsAt(a, i) & wanted ? 1U : 0U);
            verbBefore = true;
        }
    }
    if (const int phrase = a.phraseOf[size_t(first)]; phrase >= 0)
        own(8, quint32(a.phrases[size_t(phrase)].kind));
    quint32 around = 0;
    for (int i = context.evidenceFirst; i < context.evidenceLast; ++i)
        around |= actionBitsAt(a, i);
    own(9, around & wanted ? 1U : 0U);
    own(10, quint32(unit.kind));
    own(11, quint32(std::min(last - first, 4)));
    tidy(features);
    return features;
}

std::vector<quint32> dataFeatures(const Analysis &a, int first, int last, const MeaningContext &context, DataKind data)
{
    const quint32 id = quint32(data) + 1;
    const quint32 wanted = 1U << int(data);
    std::vector<quint32> features;
    const auto own = [&](quint32 what, quint32 value) { features.push_back(mix(mix(0xc00 + what, id), value)); };
    const auto shared = [&](quint32 what, quint32 value) { features.push_back(mix(0xd00 + what, value)); };
    own(0, 0);
    quint32 hits = 0;
    quint32 all = 0;
    quint32 lastBits = 0;
    for (int i = first; i < last; ++i) {
        own(1, plainWord(a, i));
        if (i + 1 < last)
            own(2, mix(plainWord(a, i), plainWord(a, i + 1)));
        const quint32 bits = dataBitsAt(a, i);
        hits += bits & wanted ? 1U : 0U;
        all |= bits;
        if (bits)
            lastBits = bits;
    }
    const int kinds = std::popcount(all);
    for (quint32 bits = all; bits; bits &= bits - 1)
        own(10, quint32(std::countr_zero(bits)));
    const quint32 lexical = std::min(hits, 2U) << 3 | quint32(std::min(kinds, 3));
    shared(3, lexical);
    own(3, lexical);
    shared(4, (lastBits & wanted ? 1U : 0U) | (all & wanted ? 2U : 0U) | (std::popcount(lastBits) > 1 ? 4U : 0U));
    // Where its own words name no data, what was said before counts.
    bool onlyVague = true;
    bool deal = false;
    for (int i = first; i < last; ++i) {
        onlyVague = onlyVague && (dataBitsAt(a, i) == 0 || a.classes[size_t(i)] & bit(WordClass::Vague));
        deal = deal || a.classes[size_t(i)] & actBit(Action::Integrate);
    }
    const quint32 blank = (all == 0 ? 1U : onlyVague ? 2U : 0U) | (deal ? 4U : 0U);
    own(9, blank);
    const Unit &unit = a.units[size_t(a.unitOf[size_t(first)])];
    if (blank) {
        quint32 around = 0;
        for (int i = context.evidenceFirst; i < context.evidenceLast; ++i) {
            if (i < first || i >= last)
                around |= dataBitsAt(a, i);
        }
        quint32 head = 0;
        const bool hasLead =
            unit.head >= 0 && a.units[size_t(unit.head)].kind != UnitKind::Row; // names of columns lead nothing in
        for (int i = 0; hasLead && i < a.units[size_t(unit.head)].length(); ++i)
            head |= dataBitsAt(a, a.units[size_t(unit.head)].first + i);
        // A table's rows do not speak of one another.
        const bool isRow = unit.kind == UnitKind::Row;
        const quint32 before =
            isRow ? 4U : (context.lastData & wanted ? 1U : 0U) | (context.textData & wanted ? 2U : 0U);
        const quint32 beside = (around & wanted ? 1U : 0U) | (head & wanted ? 2U : 0U);
        shared(5, blank << 4 | before);
        own(5, blank << 4 | before);
        shared(6, blank << 4 | beside);
        shared(7, blank << 8 | before << 4 | beside);
        const quint32 near = nearestDataBefore(a, first);
        const quint32 nearest = near == 0 ? 2U : near & wanted ? 1U : 0U;
        shared(8, blank << 4 | nearest);
        own(11, blank << 4 | nearest);
        shared(9, mix(mix(blank, plainWord(a, last - 1)), nearest));
    }
    own(8, quint32(std::min(last - first, 3)));
    tidy(features);
    return features;
}

std::optional<Permission> permissionMeant(const QString &name)
{
    if (const auto exact = permissionFromName(name))
        return exact;
    const PermissionParts parts = permissionParts(name);
    const auto action = actionFromWord(parts.action.toCaseFolded());
    if (!action)
        return std::nullopt;
    const Words words(parts.data);
    ClassBits kinds = 0;
    for (const ClassBits bits : Lexicon::shipped().classesOf(words))
        kinds |= bits & bit(WordClass::Vague) ? 0 : bits & anyData;
    if (std::popcount(kinds) != 1)
        return std::nullopt;
    return Permission{*action, DataKind(std::countr_zero(kinds) - int(WordClass::Data))};
}

quint32 mainDataOf(const Analysis &a)
{
    std::array<int, dataKindCount> counts = {};
    for (int i = 0; i < a.words.count(); ++i) {
        for (quint32 bits = dataBitsAt(a, i); bits; bits &= bits - 1)
            ++counts[size_t(std::countr_zero(bits))];
    }
    counts[size_t(DataKind::Profile)] /= 3; // "data" and "information" are everywhere
    const int most = *std::max_element(counts.begin(), counts.end());
    quint32 main = 0;
    for (size_t d = 0; d < counts.size(); ++d)
        main |= most > 0 && counts[d] * 2 > most ? 1U << d : 0U;
    return main;
}

Meaning meaningOf(const Analysis &analysis, int first, int last, const MeaningContext &context,
                  const ChoiceModel &action, const ChoiceModel &data)
{
    Meaning meaning;
    std::vector<Action> actions;
    std::vector<DataKind> kinds;
    float bestAction = 0;
    float bestData = 0;
    Action topAction = Action::Other;
    DataKind topData = DataKind::Other;
    for (int i = 0; i < actionCount; ++i) {
        const float p = action.probabilities(actionFeatures(analysis, first, last, context, Action(i)))[1];
        meaning.action[size_t(i)] = p;
        if (p > 0.5F)
            actions.push_back(Action(i));
        if (p > bestAction) {
            bestAction = p;
            topAction = Action(i);
        }
    }
    for (int i = 0; i < dataKindCount; ++i) {
        const float p = data.probabilities(dataFeatures(analysis, first, last, context, DataKind(i)))[1];
        meaning.data[size_t(i)] = p;
        if (p > 0.5F)
            kinds.push_back(DataKind(i));
        if (p > bestData) {
            bestData = p;
            topData = DataKind(i);
        }
    }
    if (actions.empty())
        actions.push_back(topAction);
    if (kinds.empty())
        kinds.push_back(bestData > 0.25F || namesData(analysis, first, last) ? topData : DataKind::Other);
    for (const Action a : actions) {
        for (const DataKind d : kinds)
            meaning.permissions.push_back({a, d});
    }
    return meaning;
}

} // namespace model::annotate
