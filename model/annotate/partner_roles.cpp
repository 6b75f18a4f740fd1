// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/partner_roles.h"

#include <algorithm>
#include <bit>

namespace model::annotate {
namespace {

constexpr float leastPartner = 0.35F; ///< found on held-back texts

quint32 step(float p)
{
    return p < 0.02F ? 0U : p < 0.1F ? 1U : p < 0.25F ? 2U : p < 0.5F ? 3U : p < 0.75F ? 4U : p < 0.93F ? 5U : 6U;
}

float likelihoodOf(const SpanStage &stage, const NameChunk &chunk)
{
    float top = 0;
    for (int i = chunk.first; i < chunk.last; ++i)
        top = std::max(top, stage.partner[size_t(i)]);
    return top;
}

/// Of the names in the same coordination: where "A, B and C" could do something, B could.
float likelihoodBeside(const Analysis &analysis, const SpanStage &stage, size_t chunk)
{
    const auto [first, last] = analysis.coordinationOf(int(chunk));
    float top = 0;
    for (int i = first; i < last; ++i) {
        if (const int other = analysis.nameOf[size_t(i)]; other >= 0 && other != int(chunk))
            top = std::max(top, stage.partner[size_t(i)]);
    }
    return top;
}

} // namespace

std::vector<quint32> roleFeatures(const Analysis &analysis, const SpanStage &stage, const Entity &entity)
{
    std::vector<quint32> features;
    const auto add = [&](quint32 what, quint32 value) { features.push_back(mix(what + 0x700, value)); };
    float top = 0;
    float sum = 0;
    float beside = 0;
    float permission = 0;
    int matter = 0;
    int inMatter = 0;
    for (const int c : entity.chunks) {
        const NameChunk &chunk = analysis.names[size_t(c)];
        const float p = likelihoodOf(stage, chunk);
        top = std::max(top, p);
        sum += p;
        beside = std::max(beside, likelihoodBeside(analysis, stage, size_t(c)));
        const Unit &unit = analysis.units[size_t(chunk.unit)];
        for (int i = unit.first; i < unit.last; ++i)
            permission = std::max(permission, stage.permission[size_t(i)]);
        matter = std::max(matter, stage.matter[size_t(chunk.unit)]);
        inMatter += stage.matter[size_t(chunk.unit)] >= 3;
    }
    const float mean = sum / float(entity.chunks.size());
    // Steps that add up, so that more of a thing never counts as something else.
    const auto addUpTo = [&](quint32 what, quint32 value) {
        for (quint32 v = 1; v <= value; ++v)
            add(what, v);
    };
    add(0, 0);
    addUpTo(1, step(top));
    addUpTo(2, step(mean));
    addUpTo(3, step(beside));
    addUpTo(4, step(permission));
    addUpTo(5, quint32(matter));
    addUpTo(6, quint32(std::min(inMatter, 3)));
    addUpTo(7, quint32(std::min<size_t>(entity.chunks.size(), 4)));
    if (top < 0.5F)
        addUpTo(8, step(beside));
    else
        addUpTo(9, step(permission));
    ClassBits kinds = entity.classes & (bit(WordClass::Suffix) | bit(WordClass::Org) | bit(WordClass::Regulator) |
                                        bit(WordClass::Court) | bit(WordClass::Media) | bit(WordClass::Title) |
                                        bit(WordClass::FirstName) | bit(WordClass::Place) | bit(WordClass::Data) |
                                        bit(WordClass::Month) | bit(WordClass::Thing));
    for (; kinds; kinds &= kinds - 1)
        add(10, quint32(std::countr_zero(kinds)));
    // Persons are named by two words, then by the last one.
    const NameChunk &first = analysis.names[size_t(entity.chunks.front())];
    add(11, quint32(std::min(first.last - first.first, 4)));
    return features;
}

std::vector<Mention> settlePartners(const Analysis &analysis, const SpanStage &stage, const Entities &entities,
                                    const ChoiceModel &role)
{
    std::vector<float> partner(entities.all.size());
    for (size_t e = 0; e < entities.all.size(); ++e) {
        const Entity &entity = entities.all[e];
        partner[e] = entity.isHolder || entity.isBlocked || (entity.isThing && !entity.isKnown) ? 0.0F
                     : entity.isKnown                                                           ? 1.0F
                                      : role.probabilities(roleFeatures(analysis, stage, entity))[1];
    }
    std::vector<Mention> settled;
    std::vector<bool> taken(analysis.names.size(), false);
    for (Mention mention : stage.mentions) {
        if (mention.kind == TagKind::Permission) {
            settled.push_back(mention);
            continue;
        }
        if (mention.chunk < 0) {
            settled.push_back(mention);
            continue;
        }
        const int e = entities.ofChunk[size_t(mention.chunk)];
        taken[size_t(mention.chunk)] = true;
        if (partner[size_t(e)] < leastPartner)
            continue;
        mention.score = std::max(mention.score, partner[size_t(e)]);
        mention.name = entities.all[size_t(e)].name;
        mention.first = analysis.names[size_t(mention.chunk)].first;
        mention.last = analysis.names[size_t(mention.chunk)].last;
        settled.push_back(mention);
    }
    for (size_t n = 0; n < analysis.names.size(); ++n) {
        const int e = entities.ofChunk[n];
        if (taken[n] || partner[size_t(e)] < leastPartner)
            continue;
        Mention mention;
        mention.first = analysis.names[n].first;
        mention.last = analysis.names[n].last;
        mention.chunk = int(n);
        mention.score = partner[size_t(e)];
        mention.name = entities.all[size_t(e)].name;
        settled.push_back(mention);
    }
    std::sort(settled.begin(), settled.end(), [](const Mention &a, const Mention &b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    return settled;
}

} // namespace model::annotate
