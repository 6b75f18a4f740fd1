// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/annotator.h"

#include "model/annotate/entities.h"
#include "model/annotate/evidence_stage.h"
#include "model/annotate/linker.h"
#include "model/annotate/partner_roles.h"
#include "model/annotate/periods.h"
#include "model/annotate/permission_meaning.h"
#include "model/annotate/span_stage.h"
#include "model/annotate/stances.h"
#include "model/annotate/stand_ins.h"
#include "model/annotate/weights.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace model::annotate {
namespace {

constexpr float leastLink = 0.15F; ///< links less likely are not proposed at all

class Reading {
public:
    Reading(const Analysis &analysis, const Weights &weights)
        : m_a(analysis)
        , m_w(weights)
    {
    }

    Proposal read()
    {
        const SpanStage stage = findSpans(m_a, m_w.matter, m_w.spans);
        const Entities entities = findEntities(m_a);
        m_mentions = settlePartners(m_a, stage, entities, m_w.role);
        m_meant = resolveStandIns(m_a, m_mentions);
        m_evidence = findEvidence(m_a, stage, m_mentions, m_w.evidence);
        findMeanings();
        proposeSpans();
        for (size_t e = 0; e < m_evidence.size(); ++e)
            proposeFindings(e);
        return std::move(m_proposal);
    }

private:
    const Evidence *evidenceAround(const Mention &mention) const
    {
        for (const Evidence &evidence : m_evidence) {
            if (mention.first >= evidence.first && mention.last <= evidence.last)
                return &evidence;
        }
        return nullptr;
    }

    void findMeanings()
    {
        m_meanings.resize(m_mentions.size());
        MeaningContext context;
        context.textData = mainDataOf(m_a);
        for (size_t m = 0; m < m_mentions.size(); ++m) {
            const Mention &mention = m_mentions[m];
            if (mention.kind != TagKind::Permission)
                continue;
            const Evidence *around = evidenceAround(mention);
            const Unit &unit = m_a.units[size_t(m_a.unitOf[size_t(mention.first)])];
            context.evidenceFirst = around ? around->first : unit.first;
            context.evidenceLast = around ? around->last : unit.last;
            m_meanings[m] = meaningOf(m_a, mention.first, mention.last, context, m_w.action, m_w.data);
            context.lastData = 0;
            for (const Permission &permission : m_meanings[m].permissions)
                context.lastData |= 1U << int(permission.data);
        }
    }

    void proposeSpans()
    {
        m_spanOfMention.assign(m_mentions.size(), -1);
        m_spanOfEvidence.assign(m_evidence.size(), -1);
        struct Place {
            int first;
            int last;
            int mention;
            int evidence;
        };
        std::vector<Place> places;
        for (size_t e = 0; e < m_evidence.size(); ++e)
            places.push_back({m_evidence[e].first, m_evidence[e].last, -1, int(e)});
        for (size_t m = 0; m < m_mentions.size(); ++m) {
            const bool needsEvidence = m_mentions[m].kind == TagKind::Permission || m_mentions[m].chunk < 0;
            if (!needsEvidence || evidenceAround(m_mentions[m]))
                places.push_back({m_mentions[m].first, m_mentions[m].last, int(m), -1});
        }
        std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
            return a.first != b.first ? a.first < b.first : a.last != b.last ? a.last > b.last : a.evidence > b.evidence;
        });
        for (const Place &place : places) {
            ProposedSpan span;
            span.range = m_a.words.range(place.first, place.last);
            float raw = 0;
            if (place.evidence >= 0) {
                span.kind = TagKind::Evidence;
                raw = m_evidence[size_t(place.evidence)].score;
                m_spanOfEvidence[size_t(place.evidence)] = int(m_proposal.spans.size());
            } else {
                const Mention &mention = m_mentions[size_t(place.mention)];
                span.kind = mention.kind;
                raw = mention.score;
                m_spanOfMention[size_t(place.mention)] = int(m_proposal.spans.size());
                if (mention.kind == TagKind::Permission)
                    span.name = permissionName(m_meanings[size_t(place.mention)].permissions.front());
                else if (!m_meant[size_t(place.mention)].isEmpty())
                    span.name = m_meant[size_t(place.mention)].first();
            }
            span.score = calibrated(m_w.spanScores[size_t(span.kind)], raw);
            m_proposal.spans.push_back(span);
        }
    }

    void proposeFindings(size_t e)
    {
        const Evidence &evidence = m_evidence[e];
        const Stance stance = stanceOf(m_a, evidence.first, evidence.last, m_w.stance);
        const Period period = periodIn(m_a, evidence.first, evidence.last);
        const QString speaker = speakerIn(evidence);
        const size_t before = m_proposal.findings.size();
        for (const LinkCandidate &candidate : linkCandidates(m_a, m_mentions, m_meant, evidence)) {
            const float link = m_w.link.probabilities(linkFeatures(m_a, m_mentions, evidence, candidate))[1];
            if (link < leastLink)
                continue;
            const Meaning &meaning = m_meanings[size_t(candidate.permissionMention)];
            const float raw = link * evidence.score * m_mentions[size_t(candidate.partnerMention)].score *
                              std::sqrt(m_mentions[size_t(candidate.permissionMention)].score) * std::sqrt(meaning.score);
            for (const Permission &permission : meaning.permissions) {
                ProposedFinding finding;
                finding.partner = candidate.partner;
                finding.permission = permission;
                finding.stance = stance;
                finding.period = period;
                finding.speaker = speaker;
                finding.evidence = m_spanOfEvidence[e];
                finding.partnerSpan = m_spanOfMention[size_t(candidate.partnerMention)];
                finding.permissionSpan = m_spanOfMention[size_t(candidate.permissionMention)];
                finding.score = calibrated(m_w.findingScores, raw);
                const auto same = std::find_if(m_proposal.findings.begin() + std::ptrdiff_t(before), m_proposal.findings.end(),
                                               [&](const ProposedFinding &other) {
                                                   return other.partner == finding.partner && other.permission == finding.permission;
                                               });
                if (same == m_proposal.findings.end())
                    m_proposal.findings.push_back(finding);
                else if (same->score < finding.score)
                    *same = finding;
            }
        }
    }

    /// The name before "said that", or after "according to".
    QString speakerIn(const Evidence &evidence) const
    {
        const Unit &unit = m_a.units[size_t(m_a.unitOf[size_t(evidence.first)])];
        for (int i = unit.first; i < unit.last; ++i) {
            if (!(m_a.classes[size_t(i)] & bit(WordClass::SayVerb)) || m_a.nameOf[size_t(i)] >= 0)
                continue;
            for (int k = i - 1; k >= unit.first && i - k <= 2; --k) {
                if (const int name = m_a.nameOf[size_t(k)]; name >= 0) {
                    const auto range = m_a.words.range(m_a.names[size_t(name)].first, m_a.names[size_t(name)].last);
                    return coreName(m_a.text.sliced(range.start, range.length()));
                }
            }
        }
        return {};
    }

    const Analysis &m_a;
    const Weights &m_w;
    std::vector<Mention> m_mentions;
    std::vector<QStringList> m_meant;
    std::vector<Evidence> m_evidence;
    std::vector<Meaning> m_meanings; ///< one a mention; of permissions only
    std::vector<int> m_spanOfMention;
    std::vector<int> m_spanOfEvidence;
    Proposal m_proposal;
};

} // namespace

std::shared_ptr<const Annotator> Annotator::shipped()
{
    static const auto annotator = [] {
        QFile file(QStringLiteral(":/annotator/weights.bin"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The annotation model's weights are missing from the program.");
        auto weights = weightsFromBytes(file.readAll());
        if (!weights)
            qFatal("The annotation model's weights inside the program are damaged.");
        return std::make_shared<const Annotator>(std::make_shared<const Weights>(std::move(*weights)));
    }();
    return annotator;
}

Annotator::Annotator(std::shared_ptr<const Weights> weights)
    : m_weights(std::move(weights))
{
}

Proposal Annotator::annotate(QStringView text, const QStringList &holders, const KnownNames &known) const
{
    const Analysis analysis(text, holders, m_weights->common, known);
    return Reading(analysis, *m_weights).read();
}

QString Annotator::version() const
{
    return m_weights->version;
}

} // namespace model::annotate
