// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/linker.h"

#include <algorithm>

namespace model::annotate {
namespace {

constexpr size_t mostTakenOver = 3;

struct Half {
    int mention;
    LinkSource source;
};

/// The mentions of a kind in words [first, last).
std::vector<Half> halvesIn(const std::vector<Mention> &mentions, TagKind kind, int first, int last, LinkSource source)
{
    std::vector<Half> halves;
    const auto begin = std::lower_bound(mentions.begin(), mentions.end(), first,
                                        [](const Mention &m, int word) { return m.first < word; });
    for (auto m = begin; m != mentions.end() && m->first < last; ++m) {
        if (m->kind == kind)
            halves.push_back({int(m - mentions.begin()), source});
    }
    return halves;
}

std::vector<Half> takenOver(const Analysis &a, const std::vector<Mention> &mentions, TagKind kind,
                            const Evidence &evidence)
{
    const int unitIndex = a.unitOf[size_t(evidence.first)];
    const Unit &unit = a.units[size_t(unitIndex)];
    if (auto halves = halvesIn(mentions, kind, unit.first, evidence.first, LinkSource::SameUnit); !halves.empty())
        return halves;
    if (unit.head >= 0) {
        const Unit &head = a.units[size_t(unit.head)];
        if (auto halves = halvesIn(mentions, kind, head.first, head.last, LinkSource::Head); !halves.empty())
            return halves;
    }
    for (int u = unitIndex - 1; u >= 0 && unitIndex - u <= 5; --u) {
        const Unit &before = a.units[size_t(u)];
        const bool opens = before.kind == UnitKind::Heading || before.length() <= 6;
        auto halves =
            halvesIn(mentions, kind, before.first, before.last, opens ? LinkSource::Heading : LinkSource::Before);
        // A long list in a sentence before is not what "it" or nothing at all means.
        if (!halves.empty() && !opens && kind == TagKind::Partner && halves.size() > mostTakenOver)
            return {};
        if (!halves.empty())
            return halves;
        if (before.kind == UnitKind::Heading)
            break;
    }
    return {};
}

} // namespace

std::vector<LinkCandidate> linkCandidates(const Analysis &analysis, const std::vector<Mention> &mentions,
                                          const std::vector<QStringList> &meant, const Evidence &evidence)
{
    auto partners = halvesIn(mentions, TagKind::Partner, evidence.first, evidence.last, LinkSource::Inside);
    std::erase_if(partners, [&](const Half &half) { return meant[size_t(half.mention)].isEmpty(); });
    auto permissions = halvesIn(mentions, TagKind::Permission, evidence.first, evidence.last, LinkSource::Inside);
    const quint32 partnersInside = quint32(partners.size());
    const quint32 permissionsInside = quint32(permissions.size());
    if (partners.empty()) {
        partners = takenOver(analysis, mentions, TagKind::Partner, evidence);
        std::erase_if(partners, [&](const Half &half) { return meant[size_t(half.mention)].isEmpty(); });
    }
    if (permissions.empty())
        permissions = takenOver(analysis, mentions, TagKind::Permission, evidence);
    std::vector<LinkCandidate> candidates;
    for (const Half &partner : partners) {
        for (const Half &permission : permissions) {
            for (const QString &name : meant[size_t(partner.mention)]) {
                LinkCandidate candidate;
                candidate.partner = name;
                candidate.partnerMention = partner.mention;
                candidate.permissionMention = permission.mention;
                candidate.partnerSource = partner.source;
                candidate.permissionSource = permission.source;
                candidate.partnersInside = partnersInside;
                candidate.permissionsInside = permissionsInside;
                candidates.push_back(candidate);
            }
        }
    }
    return candidates;
}

std::vector<quint32> linkFeatures(const Analysis &a, const std::vector<Mention> &mentions, const Evidence &evidence,
                                  const LinkCandidate &candidate)
{
    std::vector<quint32> features;
    const auto add = [&](quint32 what, quint32 value) { features.push_back(mix(0xe00 + what, value)); };
    const Mention &partner = mentions[size_t(candidate.partnerMention)];
    const Mention &permission = mentions[size_t(candidate.permissionMention)];
    const quint32 sources = quint32(candidate.partnerSource) << 4 | quint32(candidate.permissionSource);
    add(0, sources);
    add(1, std::min(candidate.partnersInside, 4U) << 4 | std::min(candidate.permissionsInside, 4U));
    const bool standIn = partner.chunk < 0;
    add(2, sources << 1 | quint32(standIn));
    const auto word = [&](int i) {
        return i < 0 || i >= a.words.count() ? 0U : a.nameOf[size_t(i)] >= 0 ? 1U : a.words[i].hash;
    };
    const auto [groupFirst, groupLast] =
        standIn ? std::pair(partner.first, partner.last) : a.coordinationOf(partner.chunk);
    add(3, word(groupFirst - 1));
    add(4, word(groupLast));
    add(5, word(permission.first - 1));
    if (standIn)
        add(6, word(partner.first));
    const Unit &unit = a.units[size_t(a.unitOf[size_t(evidence.first)])];
    add(7, quint32(unit.kind) << 8 | sources);
    if (candidate.partnerSource == LinkSource::Inside && candidate.permissionSource == LinkSource::Inside) {
        const bool partnerFirst = partner.first < permission.first;
        const int from = partnerFirst ? partner.last : permission.last;
        const int to = partnerFirst ? permission.first : partner.first;
        int partnersBetween = 0;
        int permissionsBetween = 0;
        const auto begin = std::lower_bound(mentions.begin(), mentions.end(), from,
                                            [](const Mention &m, int w) { return m.first < w; });
        for (auto other = begin; other != mentions.end() && other->first < to; ++other) {
            if (other->last <= to)
                ++(other->kind == TagKind::Partner ? partnersBetween : permissionsBetween);
        }
        quint32 marks = 0;
        for (int i = from; i < to; ++i) {
            const auto folded = a.words.folded(i);
            marks |= folded == u","                                                  ? 1U
                     : folded == u"but" || folded == u"though" || folded == u"while" ? 2U
                     : folded == u"from"                                             ? 4U
                     : folded == u";" || folded == u":"                              ? 8U
                                                                                     : 0U;
            if (to - from <= 12)
                add(8, mix(word(i), partnerFirst ? 1U : 0U));
        }
        add(9, quint32(partnerFirst) << 8 | quint32(std::min(partnersBetween, 3)) << 4 |
                   quint32(std::min(permissionsBetween, 3)));
        add(10, quint32(partnerFirst) << 8 | marks);
        add(11, quint32(partnerFirst) << 8 | quint32(std::min((to - from) / 4, 6)));
        add(12, quint32(from > to)); // a partner inside the permission's words
        add(13, mix(word(groupFirst - 1), quint32(partnerFirst)));
        add(14, mix(word(groupLast), quint32(partnerFirst)));
    } else {
        const int distance = a.unitOf[size_t(evidence.first)] - a.unitOf[size_t(partner.first)];
        add(15, sources << 4 | quint32(std::clamp(distance, 0, 6)));
    }
    for (int i = evidence.first; i < evidence.last && i < evidence.first + 2; ++i)
        add(16, mix(word(i), sources));
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    return features;
}

} // namespace model::annotate
