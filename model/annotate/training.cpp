// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/training.h"

#include "model/annotate/entities.h"
#include "model/annotate/evidence_stage.h"
#include "model/annotate/examples.h"
#include "model/annotate/linker.h"
#include "model/annotate/partner_roles.h"
#include "model/annotate/permission_meaning.h"
#include "model/annotate/span_stage.h"
#include "model/annotate/stances.h"
#include "model/annotate/stand_ins.h"
#include "model/annotate/subject_matter.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <memory>

namespace model::annotate {
namespace {

constexpr int folds = 5;
constexpr float boldness = 0.5F; ///< how much doubtful passages are preferred to none: found on held-back texts

/// A document with all that is worked out about it once.
struct Pupil {
    const GoldDocument *gold = nullptr;
    std::unique_ptr<Analysis> analysis;
    std::vector<ChoiceExample> matter;
    std::vector<quint8> labels;
    Entities entities;
    SpanStage stage; ///< by a model that has not seen the document
};

/// The word range of a passage; empty where it holds no word.
std::pair<int, int> wordsOf(const Analysis &a, const TextRange &range)
{
    int first = 0;
    int last = 0;
    for (int i = 0; i < a.words.count(); ++i) {
        if (!a.words[i].range.overlaps(range))
            continue;
        if (last == 0)
            first = i;
        last = i + 1;
    }
    return {first, last};
}

std::vector<Mention> goldMentions(const Pupil &pupil, std::vector<int> &mentionOfSpan)
{
    const Analysis &a = *pupil.analysis;
    std::vector<std::pair<Mention, int>> found;
    for (size_t s = 0; s < pupil.gold->spans.size(); ++s) {
        const GoldSpan &span = pupil.gold->spans[s];
        if (span.kind == TagKind::Evidence)
            continue;
        const auto [first, last] = wordsOf(a, span.range);
        if (last == 0)
            continue;
        Mention mention;
        mention.kind = span.kind;
        mention.first = first;
        mention.last = last;
        for (int i = first; i < last && span.kind == TagKind::Partner; ++i)
            mention.chunk = std::max(mention.chunk, a.nameOf[size_t(i)]);
        mention.name = span.name;
        found.push_back({mention, int(s)});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &x, const auto &y) {
        return x.first.first != y.first.first ? x.first.first < y.first.first : x.first.last > y.first.last;
    });
    mentionOfSpan.assign(pupil.gold->spans.size(), -1);
    std::vector<Mention> mentions;
    for (const auto &[mention, span] : found) {
        mentionOfSpan[size_t(span)] = int(mentions.size());
        mentions.push_back(mention);
    }
    return mentions;
}

class Trainer {
public:
    explicit Trainer(const std::vector<const GoldDocument *> &documents)
        : m_documents(documents)
    {
    }

    Weights train()
    {
        m_weights.common = commonWordsOf(m_documents);
        for (const GoldDocument *document : m_documents) {
            Pupil pupil;
            pupil.gold = document;
            pupil.analysis = std::make_unique<Analysis>(document->text, document->holders, m_weights.common, KnownNames{});
            pupil.matter = matterExamples(*pupil.analysis, document->spans);
            pupil.labels = goldSpanLabels(*pupil.analysis, document->spans);
            pupil.entities = findEntities(*pupil.analysis);
            m_pupils.push_back(std::move(pupil));
        }
        trainSpans();
        trainRole();
        trainEvidence();
        trainStance();
        trainMeaning();
        trainLink();
        return std::move(m_weights);
    }

private:
    int foldOf(size_t pupil) const { return int(pupil % folds); }

    ChoiceModel matterModel(int without) const
    {
        std::vector<ChoiceExample> examples;
        for (size_t p = 0; p < m_pupils.size(); ++p) {
            if (foldOf(p) != without)
                examples.insert(examples.end(), m_pupils[p].matter.begin(), m_pupils[p].matter.end());
        }
        return trainChoice(examples, 2, {});
    }

    SequenceModel spanModel(const std::vector<std::vector<Example>> &examples, int without) const
    {
        std::vector<const Example *> chosen;
        for (size_t p = 0; p < examples.size(); ++p) {
            for (const Example &example : examples[p]) {
                if (foldOf(p) != without)
                    chosen.push_back(&example);
            }
        }
        SequenceModel model(spanLabelCount);
        continueCrf(model, chosen, {});
        makeBold(model);
        return model;
    }
    static void makeBold(SequenceModel &model)
    {
        for (auto &row : model.transition)
            row[Outside] -= boldness;
    }

    void trainSpans()
    {
        // How much a unit is about access is itself guessed by models that have not seen it.
        std::vector<ChoiceModel> matter;
        for (int fold = 0; fold <= folds; ++fold)
            matter.push_back(matterModel(fold));
        std::vector<std::vector<Example>> examples;
        for (size_t p = 0; p < m_pupils.size(); ++p) {
            const Analysis &a = *m_pupils[p].analysis;
            std::vector<int> steps;
            for (size_t u = 0; u < a.units.size(); ++u)
                steps.push_back(matterOf(matter[size_t(foldOf(p))], a, u));
            examples.push_back(spanExamples(a, m_pupils[p].labels, steps));
        }
        for (int fold = 0; fold < folds; ++fold) {
            const SequenceModel model = spanModel(examples, fold);
            for (size_t p = 0; p < m_pupils.size(); ++p) {
                if (foldOf(p) == fold)
                    m_pupils[p].stage = findSpans(*m_pupils[p].analysis, matter[size_t(fold)], model);
            }
        }
        m_weights.matter = matter.back();
        m_weights.spans = spanModel(examples, folds);
    }

    void trainRole()
    {
        std::vector<ChoiceExample> examples;
        for (const Pupil &pupil : m_pupils) {
            for (const Entity &entity : pupil.entities.all) {
                if (entity.isHolder)
                    continue;
                bool isPartner = false;
                for (const int c : entity.chunks) {
                    const auto range = pupil.analysis->words.range(pupil.analysis->names[size_t(c)].first,
                                                                   pupil.analysis->names[size_t(c)].last);
                    isPartner = isPartner || std::any_of(pupil.gold->spans.begin(), pupil.gold->spans.end(), [&](const GoldSpan &span) {
                                    return span.kind == TagKind::Partner && span.range.overlaps(range);
                                });
                }
                examples.push_back({roleFeatures(*pupil.analysis, pupil.stage, entity), isPartner ? 1 : 0});
            }
        }
        m_weights.role = trainChoice(examples, 2, {});
    }

    void trainEvidence()
    {
        std::vector<Example> examples;
        for (const Pupil &pupil : m_pupils) {
            if (!pupil.gold->hasLinks)
                continue;
            const Analysis &a = *pupil.analysis;
            std::vector<quint8> labels(size_t(a.words.count()), NoEvidence);
            for (const GoldSpan &span : pupil.gold->spans) {
                if (span.kind != TagKind::Evidence)
                    continue;
                const auto [first, last] = wordsOf(a, span.range);
                for (int i = first; i < last; ++i)
                    labels[size_t(i)] = i == first ? EvidenceBegins : EvidenceGoesOn;
            }
            const auto mentions = settlePartners(a, pupil.stage, pupil.entities, m_weights.role);
            for (size_t u = 0; u < a.units.size(); ++u) {
                if (!mayHoldEvidence(pupil.stage, mentions, a, u))
                    continue;
                const Unit &unit = a.units[u];
                Example example{evidenceFeatures(a, pupil.stage, mentions, u), {labels.begin() + unit.first, labels.begin() + unit.last}};
                if (example.gold[0] == EvidenceGoesOn)
                    example.gold[0] = EvidenceBegins;
                examples.push_back(std::move(example));
            }
        }
        m_weights.evidence = trainCrf(examples, evidenceLabelCount, {});
    }

    void trainStance()
    {
        std::vector<ChoiceExample> examples;
        for (const Pupil &pupil : m_pupils) {
            QSet<int> done;
            for (const GoldLink &link : pupil.gold->links) {
                if (done.contains(link.evidence))
                    continue;
                done.insert(link.evidence);
                const auto [first, last] = wordsOf(*pupil.analysis, pupil.gold->spans[size_t(link.evidence)].range);
                if (last > 0)
                    examples.push_back({stanceFeatures(*pupil.analysis, first, last), int(link.stance)});
            }
        }
        m_weights.stance = trainChoice(examples, 5, {});
    }

    void trainMeaning()
    {
        std::vector<ChoiceExample> actions;
        std::vector<ChoiceExample> kinds;
        for (const Pupil &pupil : m_pupils) {
            const Analysis &a = *pupil.analysis;
            MeaningContext context;
            context.textData = mainDataOf(a);
            for (size_t s = 0; s < pupil.gold->spans.size(); ++s) {
                if (pupil.gold->spans[s].kind != TagKind::Permission)
                    continue;
                quint32 goldActions = 0;
                quint32 goldData = 0;
                int evidence = -1;
                for (const GoldLink &link : pupil.gold->links) {
                    if (link.permissionSpan != int(s))
                        continue;
                    goldActions |= 1U << int(link.permission.action);
                    goldData |= 1U << int(link.permission.data);
                    evidence = link.evidence;
                }
                const auto [first, last] = wordsOf(a, pupil.gold->spans[s].range);
                if (evidence < 0 || last == 0)
                    continue;
                std::tie(context.evidenceFirst, context.evidenceLast) = wordsOf(a, pupil.gold->spans[size_t(evidence)].range);
                for (int i = 0; i < actionCount; ++i)
                    actions.push_back({actionFeatures(a, first, last, context, Action(i)), goldActions >> i & 1U ? 1 : 0});
                for (int i = 0; i < dataKindCount; ++i)
                    kinds.push_back({dataFeatures(a, first, last, context, DataKind(i)), goldData >> i & 1U ? 1 : 0});
                context.lastData = goldData;
            }
        }
        m_weights.action = trainChoice(actions, 2, {});
        m_weights.data = trainChoice(kinds, 2, {});
    }

    void trainLink()
    {
        std::vector<ChoiceExample> examples;
        for (const Pupil &pupil : m_pupils) {
            const Analysis &a = *pupil.analysis;
            std::vector<int> mentionOfSpan;
            const auto mentions = goldMentions(pupil, mentionOfSpan);
            std::vector<QStringList> meant;
            for (const Mention &mention : mentions)
                meant.push_back(mention.kind == TagKind::Partner ? QStringList{mention.name} : QStringList());
            for (size_t s = 0; s < pupil.gold->spans.size(); ++s) {
                if (pupil.gold->spans[s].kind != TagKind::Evidence)
                    continue;
                Evidence evidence;
                std::tie(evidence.first, evidence.last) = wordsOf(a, pupil.gold->spans[s].range);
                if (evidence.last == 0)
                    continue;
                for (const LinkCandidate &candidate : linkCandidates(a, mentions, meant, evidence)) {
                    const bool linked = std::any_of(pupil.gold->links.begin(), pupil.gold->links.end(), [&](const GoldLink &link) {
                        return link.evidence == int(s) && link.partner == candidate.partner &&
                               (link.permissionSpan < 0 ? candidate.permissionSource != LinkSource::Inside
                                                        : mentionOfSpan[size_t(link.permissionSpan)] == candidate.permissionMention);
                    });
                    examples.push_back({linkFeatures(a, mentions, evidence, candidate), linked ? 1 : 0});
                }
            }
        }
        m_weights.link = trainChoice(examples, 2, {});
    }

    const std::vector<const GoldDocument *> &m_documents;
    std::vector<Pupil> m_pupils;
    Weights m_weights;
};

} // namespace

Weights trainWeights(const std::vector<const GoldDocument *> &documents, const QString &version)
{
    Weights weights = Trainer(documents).train();
    weights.version = version;
    return weights;
}

} // namespace model::annotate
