// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/reading.h"

#include "model/annotate/partner_roles.h"
#include "model/annotate/stances.h"
#include "model/annotate/stand_ins.h"

#include <algorithm>

namespace model::annotate {
namespace {

/// Where an evidence passage names a partner, a stand-in for the same partner in it adds nothing.
void dropRepeated(Reading &reading)
{
    std::vector<Mention> mentions;
    std::vector<QStringList> meant;
    for (size_t m = 0; m < reading.mentions.size(); ++m) {
        const Mention &mention = reading.mentions[m];
        const bool isStandIn = mention.kind == TagKind::Partner && mention.chunk < 0 && reading.meant[m].size() == 1;
        const Evidence *around = isStandIn ? reading.evidenceAround(mention) : nullptr;
        bool repeats = false;
        const auto names = [&](size_t other) {
            return reading.mentions[other].chunk >= 0 && reading.mentions[other].name == reading.meant[m].first();
        };
        for (size_t k = m; around && k > 0 && reading.mentions[k - 1].first >= around->first; --k)
            repeats = repeats || names(k - 1);
        for (size_t k = m + 1; around && k < reading.mentions.size() && reading.mentions[k].first < around->last; ++k)
            repeats = repeats || names(k);
        if (repeats)
            continue;
        mentions.push_back(mention);
        meant.push_back(reading.meant[m]);
    }
    reading.mentions = std::move(mentions);
    reading.meant = std::move(meant);
}

void findMeanings(const Analysis &analysis, const Weights &weights, Reading &reading)
{
    reading.meanings.resize(reading.mentions.size());
    MeaningContext context;
    context.textData = mainDataOf(analysis);
    for (size_t m = 0; m < reading.mentions.size(); ++m) {
        const Mention &mention = reading.mentions[m];
        if (mention.kind != TagKind::Permission)
            continue;
        const Evidence *around = reading.evidenceAround(mention);
        const Unit &unit = analysis.units[size_t(analysis.unitOf[size_t(mention.first)])];
        context.evidenceFirst = around ? around->first : unit.first;
        context.evidenceLast = around ? around->last : unit.last;
        reading.meanings[m] = meaningOf(analysis, mention.first, mention.last, context, weights.action, weights.data);
        context.lastData = 0;
        for (const Permission &permission : reading.meanings[m].permissions)
            context.lastData |= 1U << int(permission.data);
    }
}

/// Adds a feature for each step that a probability reaches: more of it never counts as something else.
void addSteps(std::vector<quint32> &features, quint32 what, float p)
{
    static constexpr std::array<float, 7> steps = {0.1F, 0.3F, 0.5F, 0.7F, 0.85F, 0.94F, 0.98F};
    for (size_t s = 0; s < steps.size() && p >= steps[s]; ++s)
        features.push_back(mix(0xf00 + what, quint32(s) + 1));
}

} // namespace

const Evidence *Reading::evidenceAround(const Mention &mention) const
{
    const auto after = std::upper_bound(evidence.begin(), evidence.end(), mention.first,
                                        [](int word, const Evidence &passage) { return word < passage.first; });
    if (after == evidence.begin())
        return nullptr;
    const Evidence &passage = *std::prev(after);
    return mention.last <= passage.last ? &passage : nullptr;
}

Reading readText(const Analysis &analysis, const SpanStage &stage, const Entities &entities, const Weights &weights)
{
    Reading reading;
    reading.mentions = settlePartners(analysis, stage, entities, weights.role);
    reading.meant = resolveStandIns(analysis, reading.mentions);
    reading.evidence = findEvidence(analysis, stage, reading.mentions, weights.evidence);
    dropRepeated(reading);
    findMeanings(analysis, weights, reading);
    for (size_t e = 0; e < reading.evidence.size(); ++e) {
        const Evidence &evidence = reading.evidence[e];
        const Stance stance = stanceOf(analysis, evidence.first, evidence.last, weights.stance);
        reading.stances.push_back(stance);
        for (const LinkCandidate &link : linkCandidates(analysis, reading.mentions, reading.meant, evidence)) {
            const Mention &partner = reading.mentions[size_t(link.partnerMention)];
            const Mention &permission = reading.mentions[size_t(link.permissionMention)];
            const Meaning &meaning = reading.meanings[size_t(link.permissionMention)];
            auto shared = linkFeatures(analysis, reading.mentions, evidence, link);
            addSteps(shared, 0, evidence.score);
            addSteps(shared, 1, partner.score);
            addSteps(shared, 2, permission.score);
            shared.push_back(mix(0xf10, quint32(stance)));
            const size_t unit = size_t(analysis.unitOf[size_t(evidence.first)]);
            shared.push_back(mix(0xf14, stage.density[unit]));
            shared.push_back(mix(0xf15, quint32(stage.density[unit]) << 4 | quint32(stage.matter[unit])));
            for (const Permission &meant : meaning.permissions) {
                FindingCandidate candidate{link, e, meant, shared};
                addSteps(candidate.features, 3, meaning.action[size_t(meant.action)]);
                addSteps(candidate.features, 4, meaning.data[size_t(meant.data)]);
                candidate.features.push_back(mix(0xf11, quint32(meant.action)));
                candidate.features.push_back(mix(0xf12, quint32(meant.data)));
                candidate.features.push_back(mix(0xf13, quint32(std::min<size_t>(meaning.permissions.size(), 5))));
                reading.candidates.push_back(std::move(candidate));
            }
        }
    }
    return reading;
}

} // namespace model::annotate
