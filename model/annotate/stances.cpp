// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/stances.h"

#include <algorithm>
#include <bit>

namespace model::annotate {
namespace {

constexpr ClassBits cues = bit(WordClass::Deny) | bit(WordClass::End) | bit(WordClass::Plan) | bit(WordClass::Doubt) |
                           bit(WordClass::SayVerb) | bit(WordClass::Modal) | bit(WordClass::Able) |
                           bit(WordClass::GrantVerb) | bit(WordClass::PeriodWord);

} // namespace

std::vector<quint32> stanceFeatures(const Analysis &a, int first, int last)
{
    std::vector<quint32> features;
    const Unit &unit = a.units[size_t(a.unitOf[size_t(first)])];
    const auto word = [&](int i) {
        const int name = a.nameOf[size_t(i)];
        return name >= 0 ? (a.isHolder[size_t(name)] ? 21U : 22U) : a.words[i].hasDigit ? 23U : a.words[i].hash;
    };
    const auto addRange = [&](int from, int to, quint32 salt, bool pairs) {
        quint32 before = 1;
        ClassBits seen = 0;
        for (int i = from; i < to; ++i) {
            const quint32 w = word(i);
            features.push_back(mix(salt, w));
            if (pairs)
                features.push_back(mix(salt + 1, mix(before, w)));
            seen |= a.classes[size_t(i)] & cues;
            before = w;
        }
        for (ClassBits bits = seen; bits; bits &= bits - 1)
            features.push_back(mix(salt + 2, quint32(std::countr_zero(bits))));
        features.push_back(mix(salt + 3, quint32(seen >> int(WordClass::GrantVerb))));
    };
    addRange(first, last, 0x900, true);
    addRange(std::max(unit.first, first - 8), first, 0x910, false);
    addRange(last, std::min(unit.last, last + 8), 0x920, false);
    if (unit.head >= 0)
        addRange(a.units[size_t(unit.head)].first, a.units[size_t(unit.head)].last, 0x930, false);
    features.push_back(mix(0x940, quint32(unit.kind)));
    // The first verb of weight and the words on both sides of it say tense and mood.
    constexpr ClassBits verbs = bit(WordClass::Modal) | bit(WordClass::BeVerb) | bit(WordClass::SayVerb) | anyVerb;
    for (int i = first, found = 0; i < last && found < 2; ++i) {
        if (a.nameOf[size_t(i)] >= 0 || !(a.classes[size_t(i)] & verbs))
            continue;
        features.push_back(mix(0x950 + quint32(found), mix(word(i), i + 1 < last ? word(i + 1) : 0U)));
        ++found;
    }
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    return features;
}

Stance stanceOf(const Analysis &analysis, int first, int last, const ChoiceModel &model)
{
    const auto p = model.probabilities(stanceFeatures(analysis, first, last));
    return Stance(std::max_element(p.begin(), p.begin() + 5) - p.begin());
}

} // namespace model::annotate
