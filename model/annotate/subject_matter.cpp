// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/subject_matter.h"

#include <algorithm>
#include <bit>

namespace model::annotate {
namespace {

/// Words of a unit, names and numbers folded into one each, so that what is learned holds for other names.
void addWords(const Analysis &a, const Unit &unit, quint32 salt, bool pairs, std::vector<quint32> &out)
{
    quint32 before = 1;
    for (int i = unit.first; i < unit.last; ++i) {
        const int name = a.nameOf[size_t(i)];
        quint32 word = a.words[i].hash;
        if (name >= 0)
            word = a.isHolder[size_t(name)] ? 11U : 13U;
        else if (a.words[i].hasDigit)
            word = 14U;
        if (name >= 0 && before == word)
            continue;
        out.push_back(mix(salt, word));
        if (pairs)
            out.push_back(mix(salt + 1, mix(before, word)));
        before = word;
        for (ClassBits bits = a.classes[size_t(i)]; bits && name < 0; bits &= bits - 1)
            out.push_back(mix(salt + 2, quint32(std::countr_zero(bits))));
    }
}

} // namespace

std::vector<quint32> matterFeatures(const Analysis &analysis, size_t unit)
{
    std::vector<quint32> features;
    const Unit &here = analysis.units[unit];
    addWords(analysis, here, 0x100, true, features);
    if (unit > 0)
        addWords(analysis, analysis.units[unit - 1], 0x200, false, features);
    if (here.head >= 0)
        addWords(analysis, analysis.units[size_t(here.head)], 0x300, false, features);
    quint32 content = 0;
    for (int i = here.first; i < here.last; ++i) {
        content |= analysis.nameOf[size_t(i)] >= 0 && !analysis.isHolder[size_t(analysis.nameOf[size_t(i)])] ? 1U : 0U;
        if (const int phrase = analysis.phraseOf[size_t(i)]; phrase >= 0)
            content |= 2U << int(analysis.phrases[size_t(phrase)].kind);
        content |= analysis.classes[size_t(i)] & anyData ? 32U : 0U;
    }
    features.push_back(mix(0x400, content));
    features.push_back(mix(0x401, quint32(here.kind)));
    features.push_back(mix(0x402, quint32(std::min(here.length() / 8, 5))));
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    return features;
}

int matterOf(const ChoiceModel &model, const Analysis &analysis, size_t unit)
{
    static constexpr std::array<float, matterSteps - 1> bounds = {0.05F, 0.2F, 0.45F, 0.7F, 0.9F};
    const float p = model.probabilities(matterFeatures(analysis, unit))[1];
    return int(std::upper_bound(bounds.begin(), bounds.end(), p) - bounds.begin());
}

} // namespace model::annotate
