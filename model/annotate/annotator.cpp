// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/annotator.h"

#include "model/annotate/furniture.h"
#include "model/annotate/no_names.h"
#include "model/annotate/periods.h"
#include "model/annotate/reading.h"
#include "model/annotate/reasons.h"
#include "model/annotate/weights.h"

#include <QFile>

#include <algorithm>

namespace model::annotate {
namespace {

constexpr float leastFinding = 0.2F; ///< findings less likely are not proposed

/// From what was read to what is proposed.
class Proposer {
public:
    Proposer(const Analysis &analysis, const Weights &weights, const Reading &reading, const QSet<QString> &noPartners)
        : m_a(analysis)
        , m_w(weights)
        , m_reading(reading)
        , m_noPartners(noPartners)
    {
    }

    Proposal propose()
    {
        scoreFindings();
        proposeSpans();
        for (size_t c = 0; c < m_reading.candidates.size(); ++c)
            proposeFinding(m_reading.candidates[c], m_scores[c]);
        return std::move(m_proposal);
    }

private:
    void scoreFindings()
    {
        m_best.assign(m_reading.evidence.size(), 0);
        for (const FindingCandidate &candidate : m_reading.candidates) {
            const float raw = m_w.link.probabilities(candidate.features)[1];
            m_scores.push_back(isNoPartner(candidate.link.partner) ? 0 : calibrated(m_w.findingScores, raw));
            m_best[candidate.evidence] = std::max(m_best[candidate.evidence], m_scores.back());
        }
    }

    bool isNoPartner(const QString &name) const { return m_noPartners.contains(name); }

    /// Evidence is evidence of something.
    bool isProposed(size_t evidence) const { return m_best[evidence] >= leastFinding; }

    void proposeSpans()
    {
        const auto &mentions = m_reading.mentions;
        m_spanOfMention.assign(mentions.size(), -1);
        m_spanOfEvidence.assign(m_reading.evidence.size(), -1);
        struct Place {
            int first;
            int last;
            int mention;
            int evidence;
        };
        std::vector<Place> places;
        for (size_t e = 0; e < m_reading.evidence.size(); ++e) {
            if (isProposed(e))
                places.push_back({m_reading.evidence[e].first, m_reading.evidence[e].last, -1, int(e)});
        }
        for (size_t m = 0; m < mentions.size(); ++m) {
            const QStringList &meant = m_reading.meant[m];
            if (mentions[m].kind == TagKind::Partner && !meant.isEmpty() && isNoPartner(meant.first()))
                continue;
            const bool needsEvidence = mentions[m].kind == TagKind::Permission || mentions[m].chunk < 0;
            const Evidence *around = m_reading.evidenceAround(mentions[m]);
            if (!needsEvidence || (around && isProposed(size_t(around - m_reading.evidence.data()))))
                places.push_back({mentions[m].first, mentions[m].last, int(m), -1});
        }
        std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
            return a.first != b.first ? a.first < b.first
                   : a.last != b.last ? a.last > b.last
                                      : a.evidence > b.evidence;
        });
        for (const Place &place : places) {
            ProposedSpan span;
            span.range = m_a.words.range(place.first, place.last);
            float raw = 0;
            if (place.evidence >= 0) {
                span.kind = TagKind::Evidence;
                span.stance = m_reading.stances[size_t(place.evidence)];
                raw = m_reading.evidence[size_t(place.evidence)].score;
                m_spanOfEvidence[size_t(place.evidence)] = int(m_proposal.spans.size());
            } else {
                const size_t m = size_t(place.mention);
                span.kind = mentions[m].kind;
                raw = mentions[m].score;
                m_spanOfMention[m] = int(m_proposal.spans.size());
                if (span.kind == TagKind::Permission)
                    span.name = permissionName(m_reading.meanings[m].permissions.front());
                else if (!m_reading.meant[m].isEmpty())
                    span.name = m_reading.meant[m].first();
            }
            span.score = calibrated(m_w.spanScores[size_t(span.kind)], raw);
            m_proposal.spans.push_back(span);
        }
    }

    void proposeFinding(const FindingCandidate &candidate, float score)
    {
        if (score < leastFinding)
            return;
        ProposedFinding finding;
        finding.score = score;
        const Evidence &evidence = m_reading.evidence[candidate.evidence];
        finding.partner = candidate.link.partner;
        finding.permission = candidate.permission;
        finding.stance = m_reading.stances[candidate.evidence];
        finding.evidence = m_spanOfEvidence[candidate.evidence];
        finding.partnerSpan = m_spanOfMention[size_t(candidate.link.partnerMention)];
        finding.permissionSpan = m_spanOfMention[size_t(candidate.link.permissionMention)];
        // Findings of one evidence passage stand together.
        auto first = m_proposal.findings.end();
        while (first != m_proposal.findings.begin() && std::prev(first)->evidence == finding.evidence)
            --first;
        const auto same = std::find_if(first, m_proposal.findings.end(), [&](const ProposedFinding &other) {
            return other.partner == finding.partner && other.permission == finding.permission;
        });
        if (same != m_proposal.findings.end() && same->score >= finding.score)
            return;
        finding.period = periodIn(m_a, evidence.first, evidence.last);
        finding.speaker = speakerIn(evidence);
        if (same == m_proposal.findings.end())
            m_proposal.findings.push_back(finding);
        else
            *same = finding;
    }

    /// The name before "said that".
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
    const Reading &m_reading;
    const QSet<QString> m_noPartners;
    std::vector<float> m_scores; ///< a candidate
    std::vector<float> m_best;   ///< an evidence passage
    std::vector<int> m_spanOfMention;
    std::vector<int> m_spanOfEvidence;
    Proposal m_proposal;
};

/// To be raised with every change of the rules by which other passages or findings are proposed: what old cases have
/// is made anew then, as with other weights.
constexpr int rulesVersion = 2;

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
    const Analysis analysis(withoutPageNumbers(text), holders, m_weights->common, known);
    const SpanStage stage = findSpans(analysis, m_weights->matter, m_weights->spans);
    const Entities entities = findEntities(analysis);
    const Reading reading = readText(analysis, stage, entities, *m_weights);
    return Proposer(analysis, *m_weights, reading, noNames(analysis, entities, m_weights->common)).propose();
}

QStringList Annotator::reasons(QStringView text, const QStringList &holders, const KnownNames &known,
                               const ProposedSpan &span) const
{
    return reasonsFor(Analysis(withoutPageNumbers(text), holders, m_weights->common, known), *m_weights, span);
}

QString Annotator::versionWith(const QString &weightsVersion)
{
    return QStringLiteral("%1.%2").arg(rulesVersion).arg(weightsVersion);
}

QString Annotator::version() const
{
    return versionWith(m_weights->version);
}

} // namespace model::annotate
