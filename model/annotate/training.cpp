// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/training.h"

#include "model/annotate/entities.h"
#include "model/annotate/evidence_stage.h"
#include "model/annotate/examples.h"
#include "model/annotate/partner_roles.h"
#include "model/annotate/permission_meaning.h"
#include "model/annotate/reading.h"
#include "model/annotate/span_stage.h"
#include "model/annotate/stances.h"
#include "model/annotate/subject_matter.h"
#include "model/base/parallel.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>

namespace model::annotate {
namespace {

constexpr int folds = 5;
/// How much doubtful passages are preferred to none: found on held-back texts.
constexpr float partnerBoldness = 0.5F;
constexpr float permissionBoldness = 1.2F;
/// A reporter's pages are few but the right ones: what is called what there is learned at a stride, what follows from
/// it with care. The pull back to where they began keeps what was learned from all other texts (Chelba, Acero 2004:
/// adaptation with the earlier model as the prior).
constexpr TrainingOptions spanLesson = {
    .epochs = 5, .rate = 0.1F, .pull = 0.05F, .history = 0.1F, .dropout = 0, .fewest = 1, .passesOverKnown = true};
constexpr TrainingOptions evidenceLesson = {
    .epochs = 5, .rate = 0.02F, .pull = 0.1F, .history = 0.1F, .dropout = 0, .fewest = 1, .passesOverKnown = true};
constexpr ChoiceTraining choiceLesson = {.epochs = 5, .rate = 0.02F, .pull = 0.1F, .history = 0.1F, .dropout = 0};

/// A document with all that is worked out about it once.
struct Pupil {
    const GoldDocument *gold = nullptr;
    std::unique_ptr<Analysis> analysis;
    std::vector<bool> confirmed; ///< a value a unit
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

std::vector<const Example *> pointersTo(const std::vector<std::vector<Example>> &ofDocuments)
{
    std::vector<const Example *> pointers;
    for (const auto &examples : ofDocuments) {
        for (const Example &example : examples)
            pointers.push_back(&example);
    }
    return pointers;
}

bool isTagged(const Example *example)
{
    return std::any_of(example->gold.begin(), example->gold.end(), [](quint8 label) { return label != 0; });
}

bool saysYes(const ChoiceExample &example)
{
    return example.gold != 0;
}

/// A few decisions must not upset what was learned from hundreds of texts: what was said no to teaches only beside what
/// was said yes to, for alone it would teach to find nothing at all ...
template <class Examples, class SaysYes> Examples balanced(const Examples &examples, size_t yes, SaysYes says)
{
    constexpr size_t mostToOne = 10;
    size_t left = yes * std::min(mostToOne, yes / 5);
    Examples chosen;
    for (const auto &example : examples) {
        if (!says(example) && left == 0)
            continue;
        left -= says(example) ? 0 : 1;
        chosen.push_back(example);
    }
    return chosen;
}

/// ... and the first lessons are learned with more care.
float careOf(size_t yes)
{
    constexpr float enough = 20;
    return std::min(1.0F, std::sqrt(float(yes) / enough));
}

void learn(SequenceModel &model, const std::vector<const Example *> &examples, TrainingOptions lesson)
{
    const auto yes = size_t(std::count_if(examples.begin(), examples.end(), isTagged));
    lesson.rate *= careOf(yes);
    continueCrf(model, balanced(examples, yes, isTagged), lesson);
}
void learn(ChoiceModel &model, const std::vector<ChoiceExample> &examples)
{
    const auto yes = size_t(std::count_if(examples.begin(), examples.end(), saysYes));
    ChoiceTraining lesson = choiceLesson;
    lesson.rate *= careOf(yes);
    continueChoice(model, balanced(examples, yes, saysYes), lesson);
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
        addPupils(m_weights.common);
        for (Pupil &pupil : m_pupils)
            pupil.matter = matterExamples(*pupil.analysis, pupil.gold->spans, pupil.confirmed);
        trainSpans();
        // The last judgement, and how far each score can be trusted, is learned on what models made without a text make
        // of it.
        std::array<std::vector<ChoiceExample>, folds> findings;
        std::array<std::vector<Outcome>, 3> spanOutcomes;
        for (int fold = 0; fold < folds; ++fold) {
            const Weights without = laterModels(fold);
            for (size_t p = 0; p < m_pupils.size(); ++p) {
                if (foldOf(p) != fold || !m_pupils[p].gold->hasLinks)
                    continue;
                const Pupil &pupil = m_pupils[p];
                const Reading reading = readText(*pupil.analysis, pupil.stage, pupil.entities, without);
                addFindingExamples(pupil, reading, findings[size_t(fold)]);
                addSpanOutcomes(pupil, reading, spanOutcomes);
            }
        }
        Weights all = laterModels(folds);
        for (size_t kind = 0; kind < spanOutcomes.size(); ++kind)
            all.spanScores[kind] = calibrate(std::move(spanOutcomes[kind]));
        std::vector<Outcome> findingOutcomes;
        for (int fold = 0; fold < folds; ++fold) {
            const ChoiceModel link = linkModel(findings, fold);
            for (const ChoiceExample &example : findings[size_t(fold)])
                findingOutcomes.push_back({link.probabilities(example.features)[1], example.gold == 1});
        }
        all.findingScores = calibrate(std::move(findingOutcomes));
        all.common = std::move(m_weights.common);
        all.matter = std::move(m_weights.matter);
        all.spans = std::move(m_weights.spans);
        all.link = linkModel(findings, folds);
        return all;
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
        makeBold(model, 1);
        return model;
    }
    /// `sign`: 1 to make it so, -1 to take it back.
    static void makeBold(SequenceModel &model, float sign)
    {
        for (auto &row : model.transition) {
            row[PartnerBegins] += sign * partnerBoldness;
            row[PermissionBegins] += sign * permissionBoldness;
        }
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
            examples.push_back(spanExamples(a, m_pupils[p].labels, steps, m_pupils[p].confirmed));
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

    /// The models after the first ones, from all texts but those of a fold.
    Weights laterModels(int without) const
    {
        Weights weights;
        std::vector<const Pupil *> pupils;
        for (size_t p = 0; p < m_pupils.size(); ++p) {
            if (foldOf(p) != without)
                pupils.push_back(&m_pupils[p]);
        }
        weights.role = trainChoice(roleExamples(pupils), 2, {});
        weights.evidence = trainCrf(evidenceExamples(pupils, weights.role), evidenceLabelCount, {});
        weights.stance = trainChoice(stanceExamples(pupils), 5, {});
        const auto [actions, kinds] = meaningExamples(pupils);
        weights.action = trainChoice(actions, 2, {});
        weights.data = trainChoice(kinds, 2, {});
        return weights;
    }

    static bool isLearned(const Pupil &pupil, const Entity &entity)
    {
        return std::any_of(entity.chunks.begin(), entity.chunks.end(), [&pupil](int chunk) {
            return pupil.confirmed[size_t(pupil.analysis->names[size_t(chunk)].unit)];
        });
    }

    static std::vector<ChoiceExample> roleExamples(const std::vector<const Pupil *> &pupils)
    {
        std::vector<ChoiceExample> examples;
        for (const Pupil *each : pupils) {
            const Pupil &pupil = *each;
            for (const Entity &entity : pupil.entities.all) {
                if (entity.isHolder || entity.isThing || !isLearned(pupil, entity))
                    continue;
                bool isPartner = false;
                for (const int c : entity.chunks) {
                    const auto range = pupil.analysis->words.range(pupil.analysis->names[size_t(c)].first,
                                                                   pupil.analysis->names[size_t(c)].last);
                    isPartner =
                        isPartner ||
                        std::any_of(pupil.gold->spans.begin(), pupil.gold->spans.end(), [&](const GoldSpan &span) {
                            return span.kind == TagKind::Partner && span.range.overlaps(range);
                        });
                }
                examples.push_back({roleFeatures(*pupil.analysis, pupil.stage, entity), isPartner ? 1 : 0});
            }
        }
        return examples;
    }

    static std::vector<Example> evidenceExamples(const std::vector<const Pupil *> &pupils, const ChoiceModel &role)
    {
        std::vector<Example> examples;
        for (const Pupil *each : pupils) {
            const Pupil &pupil = *each;
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
            const auto mentions = settlePartners(a, pupil.stage, pupil.entities, role);
            for (size_t u = 0; u < a.units.size(); ++u) {
                if (!pupil.confirmed[u] || !mayHoldEvidence(pupil.stage, mentions, a, u))
                    continue;
                const Unit &unit = a.units[u];
                Example example{evidenceFeatures(a, pupil.stage, mentions, u),
                                {labels.begin() + unit.first, labels.begin() + unit.last}};
                if (example.gold[0] == EvidenceGoesOn)
                    example.gold[0] = EvidenceBegins;
                examples.push_back(std::move(example));
            }
        }
        return examples;
    }

    static std::vector<ChoiceExample> stanceExamples(const std::vector<const Pupil *> &pupils)
    {
        std::vector<ChoiceExample> examples;
        for (const Pupil *each : pupils) {
            const Pupil &pupil = *each;
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
        return examples;
    }

    /// For the action and for the data model.
    static std::pair<std::vector<ChoiceExample>, std::vector<ChoiceExample>>
    meaningExamples(const std::vector<const Pupil *> &pupils)
    {
        std::vector<ChoiceExample> actions;
        std::vector<ChoiceExample> kinds;
        for (const Pupil *each : pupils) {
            const Pupil &pupil = *each;
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
                std::tie(context.evidenceFirst, context.evidenceLast) =
                    wordsOf(a, pupil.gold->spans[size_t(evidence)].range);
                for (int i = 0; i < actionCount; ++i)
                    actions.push_back(
                        {actionFeatures(a, first, last, context, Action(i)), goldActions >> i & 1U ? 1 : 0});
                for (int i = 0; i < dataKindCount; ++i)
                    kinds.push_back({dataFeatures(a, first, last, context, DataKind(i)), goldData >> i & 1U ? 1 : 0});
                context.lastData = goldData;
            }
        }
        return {std::move(actions), std::move(kinds)};
    }

    static ChoiceModel linkModel(const std::array<std::vector<ChoiceExample>, folds> &findings, int without)
    {
        std::vector<ChoiceExample> examples;
        for (int fold = 0; fold < folds; ++fold) {
            if (fold != without)
                examples.insert(examples.end(), findings[size_t(fold)].begin(), findings[size_t(fold)].end());
        }
        return trainChoice(examples, 2, {});
    }

    /// A span is right that shares words with a true one of its kind.
    static void addSpanOutcomes(const Pupil &pupil, const Reading &reading,
                                std::array<std::vector<Outcome>, 3> &outcomes)
    {
        const auto add = [&](TagKind kind, int first, int last, float raw) {
            const TextRange range = pupil.analysis->words.range(first, last);
            const bool right =
                std::any_of(pupil.gold->spans.begin(), pupil.gold->spans.end(),
                            [&](const GoldSpan &span) { return span.kind == kind && span.range.overlaps(range); });
            outcomes[size_t(kind)].push_back({raw, right});
        };
        for (const Mention &mention : reading.mentions)
            add(mention.kind, mention.first, mention.last, mention.score);
        for (const Evidence &evidence : reading.evidence)
            add(TagKind::Evidence, evidence.first, evidence.last, evidence.score);
    }

    /// What is right: the same partner, action and data as a true link of an overlapping evidence passage.
    static void addFindingExamples(const Pupil &pupil, const Reading &reading, std::vector<ChoiceExample> &examples)
    {
        const Analysis &a = *pupil.analysis;
        QHash<QString, QString> goldName; // of each spelling
        for (const GoldSpan &span : pupil.gold->spans) {
            if (span.kind != TagKind::Partner)
                continue;
            goldName.insert(nameKeyOf(span.name), span.name);
            const QString words = pupil.gold->text.mid(span.range.start, span.range.length());
            if (words.front().isUpper())
                goldName.insert(nameKeyOf(words), span.name);
        }
        for (const FindingCandidate &candidate : reading.candidates) {
            const Evidence &evidence = reading.evidence[candidate.evidence];
            if (!pupil.confirmed[size_t(a.unitOf[size_t(evidence.first)])])
                continue;
            const TextRange range = a.words.range(evidence.first, evidence.last);
            const QString name = goldName.value(nameKeyOf(candidate.link.partner), candidate.link.partner);
            const bool right =
                std::any_of(pupil.gold->links.begin(), pupil.gold->links.end(), [&](const GoldLink &link) {
                    return link.partner == name && link.permission.data == candidate.permission.data &&
                           link.permission.action == candidate.permission.action &&
                           pupil.gold->spans[size_t(link.evidence)].range.overlaps(range);
                });
            examples.push_back({candidate.features, right ? 1 : 0});
        }
    }

public:
    /// Goes on from `start`. What a unit is about stays as it was, for the later models were made on it, and so does
    /// the last judgement of findings, which a few pages only upset (measured: annotate_bench).
    Weights goOn(const Weights &start)
    {
        Weights weights = start;
        addPupils(start.common);
        std::vector<std::vector<Example>> spans(m_pupils.size());
        inParallel(m_pupils.size(), [&](size_t p) {
            Pupil &pupil = m_pupils[p];
            pupil.stage = findSpans(*pupil.analysis, start.matter, start.spans);
            spans[p] = spanExamples(*pupil.analysis, pupil.labels, pupil.stage.matter, pupil.confirmed);
        });
        std::vector<const Pupil *> pupils;
        for (const Pupil &pupil : m_pupils)
            pupils.push_back(&pupil);
        // Each model learns from what the models it began with made of the text, so that none waits for another.
        const std::array<std::function<void()>, 3> lessons = {
            [&] {
                makeBold(weights.spans, -1); // learning would take it for an error
                learn(weights.spans, pointersTo(spans), spanLesson);
                makeBold(weights.spans, 1);
            },
            [&] {
                const std::vector<std::vector<Example>> evidence{evidenceExamples(pupils, start.role)};
                learn(weights.evidence, pointersTo(evidence), evidenceLesson);
            },
            [&] {
                learn(weights.role, roleExamples(pupils));
                continueChoice(weights.stance, stanceExamples(pupils), choiceLesson);
                const auto [actions, kinds] = meaningExamples(pupils);
                continueChoice(weights.action, actions, choiceLesson);
                continueChoice(weights.data, kinds, choiceLesson);
            },
        };
        inParallel(lessons.size(), [&](size_t i) { lessons[i](); });
        return weights;
    }

private:
    void addPupils(const CommonWords &common)
    {
        m_pupils.resize(m_documents.size());
        inParallel(m_pupils.size(), [&](size_t p) {
            Pupil &pupil = m_pupils[p];
            const GoldDocument &document = *m_documents[p];
            pupil.gold = &document;
            pupil.analysis = std::make_unique<Analysis>(document.text, document.holders, common, KnownNames{});
            pupil.confirmed = confirmedUnits(*pupil.analysis, document);
            pupil.labels = goldSpanLabels(*pupil.analysis, document.spans);
            pupil.entities = findEntities(*pupil.analysis);
        });
    }

    const std::vector<const GoldDocument *> &m_documents;
    std::vector<Pupil> m_pupils;
    Weights m_weights;
};

} // namespace

Weights continueTraining(const Weights &start, const std::vector<const GoldDocument *> &lessons)
{
    return lessons.empty() ? start : Trainer(lessons).goOn(start);
}

Weights trainWeights(const std::vector<const GoldDocument *> &documents, const QString &version)
{
    Weights weights = Trainer(documents).train();
    weights.version = version;
    return weights;
}

} // namespace model::annotate
