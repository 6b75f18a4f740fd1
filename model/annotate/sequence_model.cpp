// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/sequence_model.h"

#include "model/annotate/dropout.h"
#include "model/annotate/shuffler.h"

#include <algorithm>
#include <cmath>

namespace model::annotate {
namespace {

constexpr float impossible = -1e9F;

/// Adds up the weights of each word's features: labels values a word.
void scoreWords(const SequenceModel &model, const FeatureList &features, std::vector<float> &scores)
{
    const int labels = model.labels;
    scores.assign(size_t(features.words()) * size_t(labels), 0.0F);
    // The table is larger than the processor's caches: what a word needs is asked for all at once, and a word ahead.
    const auto expectWord = [&](int w) {
        for (int f = features.begin(w); f < features.end(w); ++f)
            model.weights.expect(features.hash(f));
    };
    std::vector<int> slots;
    for (int w = 0; w < features.words(); ++w) {
        slots.clear();
        if (w == 0)
            expectWord(0);
        if (w + 1 < features.words())
            expectWord(w + 1);
        for (int f = features.begin(w); f < features.end(w); ++f) {
            if (const int slot = model.weights.slotOf(features.hash(f)); slot >= 0) {
                model.weights.expectSlot(slot);
                slots.push_back(slot);
            }
        }
        float *const row = &scores[size_t(w) * size_t(labels)];
        for (const int slot : slots) {
            const float *const weights = model.weights.at(slot);
            for (int l = 0; l < labels; ++l)
                row[l] += weights[l];
        }
    }
}

std::vector<quint8> viterbi(const SequenceModel &model, const std::vector<float> &scores, int words)
{
    const int labels = model.labels;
    std::vector<std::array<float, maxLabels>> best(static_cast<size_t>(words));
    std::vector<std::array<quint8, maxLabels>> from(static_cast<size_t>(words));
    for (int w = 0; w < words; ++w) {
        for (int l = 0; l < labels; ++l) {
            float top = impossible;
            int source = 0;
            if (w == 0) {
                top = model.mayFollow(0, l) ? model.transition[size_t(labels)][size_t(l)] : impossible;
            } else {
                for (int b = 0; b < labels; ++b) {
                    const float value = model.mayFollow(b, l)
                                            ? best[size_t(w) - 1][size_t(b)] + model.transition[size_t(b)][size_t(l)]
                                            : impossible;
                    if (value > top) {
                        top = value;
                        source = b;
                    }
                }
            }
            best[size_t(w)][size_t(l)] = top + scores[size_t(w) * size_t(labels) + size_t(l)];
            from[size_t(w)][size_t(l)] = quint8(source);
        }
    }
    std::vector<quint8> path(static_cast<size_t>(words));
    int label = 0;
    for (int l = 1; l < labels; ++l) {
        if (best[size_t(words) - 1][size_t(l)] > best[size_t(words) - 1][size_t(label)])
            label = l;
    }
    for (int w = words - 1; w >= 0; --w) {
        path[size_t(w)] = quint8(label);
        label = from[size_t(w)][size_t(label)];
    }
    return path;
}

/// Forward-backward in probabilities scaled a word at a time.
struct Chain {
    std::vector<float> node;     ///< exp of the word scores, scaled
    std::vector<float> forward;  ///< labels values a word, summing to 1
    std::vector<float> backward; ///< likewise scaled
    std::array<std::array<float, maxLabels>, maxLabels + 1> edge = {};
};

void runChain(const SequenceModel &model, const std::vector<float> &scores, int words, Chain &chain)
{
    const size_t labels = size_t(model.labels);
    for (size_t a = 0; a <= labels; ++a) {
        for (size_t b = 0; b < labels; ++b)
            chain.edge[a][b] =
                model.mayFollow(a == labels ? 0 : int(a), int(b)) ? std::exp(model.transition[a][b]) : 0.0F;
    }
    const size_t size = size_t(words) * labels;
    chain.node.resize(size);
    chain.forward.resize(size);
    chain.backward.resize(size);
    for (size_t w = 0; w < size_t(words); ++w) {
        const float top = *std::max_element(&scores[w * labels], &scores[w * labels] + labels);
        for (size_t l = 0; l < labels; ++l)
            chain.node[w * labels + l] = std::exp(scores[w * labels + l] - top);
        float sum = 0;
        for (size_t l = 0; l < labels; ++l) {
            float in = 0;
            if (w == 0) {
                in = chain.edge[labels][l];
            } else {
                for (size_t b = 0; b < labels; ++b)
                    in += chain.forward[(w - 1) * labels + b] * chain.edge[b][l];
            }
            chain.forward[w * labels + l] = in * chain.node[w * labels + l];
            sum += chain.forward[w * labels + l];
        }
        const float scale = sum > 0 ? 1 / sum : 0;
        for (size_t l = 0; l < labels; ++l)
            chain.forward[w * labels + l] *= scale;
    }
    for (size_t w = size_t(words); w-- > 0;) {
        float sum = 0;
        for (size_t l = 0; l < labels; ++l) {
            float out = 0;
            if (w + 1 == size_t(words)) {
                out = 1;
            } else {
                for (size_t n = 0; n < labels; ++n)
                    out += chain.edge[l][n] * chain.node[(w + 1) * labels + n] * chain.backward[(w + 1) * labels + n];
            }
            chain.backward[w * labels + l] = out;
            sum += out;
        }
        const float scale = sum > 0 ? 1 / sum : 0;
        for (size_t l = 0; l < labels; ++l)
            chain.backward[w * labels + l] *= scale;
    }
}

void marginals(const Chain &chain, size_t labels, int words, std::vector<float> &out)
{
    out.resize(size_t(words) * labels);
    for (size_t w = 0; w < size_t(words); ++w) {
        float sum = 0;
        for (size_t l = 0; l < labels; ++l)
            sum += out[w * labels + l] = chain.forward[w * labels + l] * chain.backward[w * labels + l];
        const float scale = sum > 0 ? 1 / sum : 0;
        for (size_t l = 0; l < labels; ++l)
            out[w * labels + l] *= scale;
    }
}

constexpr float sureEnough = 0.02F; ///< of a word: its label is at most so unlikely

/// The examples with their features as slots of the model's table, so that the hashes are looked up once.
struct Prepared {
    const Example *example;
    std::vector<int> slots;
    bool isKnown = false; ///< the model was sure of every word of it when it last saw it
};

std::vector<Prepared> prepare(const std::vector<const Example *> &examples, const WeightTable &table)
{
    std::vector<Prepared> prepared;
    prepared.reserve(examples.size());
    for (const Example *example : examples) {
        if (example->features.words() == 0)
            continue;
        Prepared one{example, {}, false};
        one.slots.reserve(size_t(example->features.total()));
        for (int f = 0; f < example->features.total(); ++f)
            one.slots.push_back(table.slotOf(example->features.hash(f)));
        prepared.push_back(std::move(one));
    }
    return prepared;
}

void addFeatures(WeightTable &table, const std::vector<const Example *> &examples, int fewest)
{
    std::unordered_map<quint32, int> counts;
    for (const Example *example : examples) {
        for (int f = 0; f < example->features.total(); ++f) {
            const quint32 hash = example->features.hash(f);
            if (++counts[hash] == fewest)
                table.add(hash);
        }
    }
}

void scoreSlots(const SequenceModel &model, const FeatureList &features, const std::vector<int> &slots,
                std::vector<float> &scores)
{
    const int labels = model.labels;
    scores.assign(size_t(features.words()) * size_t(labels), 0.0F);
    for (int w = 0; w < features.words(); ++w) {
        float *const row = &scores[size_t(w) * size_t(labels)];
        for (int f = features.begin(w); f < features.end(w); ++f) {
            if (const int slot = slots[size_t(f)]; slot >= 0) {
                const float *weights = model.weights.at(slot);
                for (int l = 0; l < labels; ++l)
                    row[l] += weights[l];
            }
        }
    }
}

std::vector<const Example *> pointersTo(const std::vector<Example> &examples)
{
    std::vector<const Example *> pointers;
    pointers.reserve(examples.size());
    for (const Example &example : examples)
        pointers.push_back(&example);
    return pointers;
}

} // namespace

Labelling label(const SequenceModel &model, const FeatureList &features, Want want)
{
    Labelling labelling;
    const int words = features.words();
    if (words == 0)
        return labelling;
    std::vector<float> scores;
    scoreWords(model, features, scores);
    labelling.best = viterbi(model, scores, words);
    if (want == Want::Probabilities) {
        Chain chain;
        runChain(model, scores, words, chain);
        marginals(chain, size_t(model.labels), words, labelling.probability);
    }
    return labelling;
}

SequenceModel trainCrf(const std::vector<Example> &examples, int labels, const TrainingOptions &options)
{
    SequenceModel model(labels);
    continueCrf(model, pointersTo(examples), options);
    return model;
}

void continueCrf(SequenceModel &model, const std::vector<const Example *> &examples, const TrainingOptions &options)
{
    addFeatures(model.weights, examples, options.fewest);
    auto prepared = prepare(examples, model.weights);
    const size_t labels = size_t(model.labels);
    const SequenceModel start = model;
    std::vector<float> squares(size_t(model.weights.count()) * labels, options.history);
    std::array<std::array<float, maxLabels>, maxLabels + 1> edgeSquares;
    for (auto &row : edgeSquares)
        row.fill(options.history);
    std::vector<float> scores;
    std::vector<float> probability;
    Chain chain;
    Shuffler shuffler;
    Dropout dropout(options.dropout);
    const auto step = [&](float &weight, float began, float &square, float gradient) {
        square += gradient * gradient;
        weight += options.rate * gradient / std::sqrt(square);
        weight -= (weight - began) * options.pull;
    };
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        shuffler.shuffle(prepared);
        for (Prepared &one : prepared) {
            if (one.isKnown)
                continue;
            one.isKnown = options.passesOverKnown;
            const FeatureList &features = one.example->features;
            const int words = features.words();
            const std::vector<int> &slots = dropout.thin(one.slots);
            scoreSlots(model, features, slots, scores);
            for (float &score : scores)
                score *= dropout.scale();
            runChain(model, scores, words, chain);
            marginals(chain, labels, words, probability);
            const auto &gold = one.example->gold;
            // Edges first: they need the chain as it was.
            std::array<std::array<float, maxLabels>, maxLabels + 1> expected = {};
            for (size_t w = 1; w < size_t(words); ++w) {
                float sum = 0;
                std::array<std::array<float, maxLabels>, maxLabels> pair;
                for (size_t a = 0; a < labels; ++a) {
                    for (size_t b = 0; b < labels; ++b)
                        sum += pair[a][b] = chain.forward[(w - 1) * labels + a] * chain.edge[a][b] *
                                            chain.node[w * labels + b] * chain.backward[w * labels + b];
                }
                const float scale = sum > 0 ? 1 / sum : 0;
                for (size_t a = 0; a < labels; ++a) {
                    for (size_t b = 0; b < labels; ++b)
                        expected[a][b] -= pair[a][b] * scale;
                }
                expected[gold[w - 1]][gold[w]] += 1;
            }
            for (size_t b = 0; b < labels; ++b)
                expected[labels][b] -= probability[b];
            expected[labels][gold[0]] += 1;
            for (size_t a = 0; a <= labels; ++a) {
                for (size_t b = 0; b < labels; ++b) {
                    if (expected[a][b] != 0.0F)
                        step(model.transition[a][b], start.transition[a][b], edgeSquares[a][b], expected[a][b]);
                }
            }
            for (size_t w = 0; w < size_t(words); ++w) {
                std::array<float, maxLabels> gradient = {};
                float most = 0;
                for (size_t l = 0; l < labels; ++l) {
                    gradient[l] = (gold[w] == l ? 1.0F : 0.0F) - probability[w * labels + l];
                    most = std::max(most, std::abs(gradient[l]));
                }
                one.isKnown = one.isKnown && most < sureEnough;
                if (most <= 1e-3F)
                    continue;
                for (int f = features.begin(int(w)); f < features.end(int(w)); ++f) {
                    const int slot = slots[size_t(f)];
                    if (slot < 0)
                        continue;
                    float *const weights = model.weights.at(slot);
                    const float *const began = start.weights.at(slot);
                    for (size_t l = 0; l < labels; ++l)
                        step(weights[l], began[l], squares[size_t(slot) * labels + l], gradient[l]);
                }
            }
        }
    }
}

SequenceModel trainPerceptron(const std::vector<Example> &examples, int labels, const TrainingOptions &options)
{
    SequenceModel model(labels);
    const auto pointers = pointersTo(examples);
    addFeatures(model.weights, pointers, options.fewest);
    auto prepared = prepare(pointers, model.weights);
    // Averaging by the usual trick: the sum of each weight over all steps is kept beside it.
    std::vector<float> sums(size_t(model.weights.count()) * size_t(labels), 0.0F);
    std::array<std::array<float, maxLabels>, maxLabels + 1> edgeSums = {};
    float now = 1;
    std::vector<float> scores;
    Shuffler shuffler;
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        shuffler.shuffle(prepared);
        for (const Prepared &one : prepared) {
            const FeatureList &features = one.example->features;
            const auto &gold = one.example->gold;
            scoreSlots(model, features, one.slots, scores);
            const auto best = viterbi(model, scores, features.words());
            const auto bumpEdge = [&](size_t a, size_t b, float by) {
                model.transition[a][b] += by;
                edgeSums[a][b] += by * now;
            };
            for (size_t w = 0; w < gold.size(); ++w) {
                const size_t goldBefore = w ? gold[w - 1] : size_t(labels);
                const size_t bestBefore = w ? best[w - 1] : size_t(labels);
                if (goldBefore != bestBefore || gold[w] != best[w]) {
                    bumpEdge(goldBefore, gold[w], 1);
                    bumpEdge(bestBefore, best[w], -1);
                }
                if (gold[w] == best[w])
                    continue;
                for (int f = features.begin(int(w)); f < features.end(int(w)); ++f) {
                    const int slot = one.slots[size_t(f)];
                    if (slot < 0)
                        continue;
                    float *const weights = model.weights.at(slot);
                    float *const sum = &sums[size_t(slot) * size_t(labels)];
                    weights[gold[w]] += 1;
                    sum[gold[w]] += now;
                    weights[best[w]] -= 1;
                    sum[best[w]] -= now;
                }
            }
            ++now;
        }
    }
    for (int slot = 0; slot < model.weights.count(); ++slot) {
        float *const weights = model.weights.at(slot);
        for (int l = 0; l < labels; ++l)
            weights[l] -= sums[size_t(slot) * size_t(labels) + size_t(l)] / now;
    }
    for (size_t a = 0; a <= size_t(labels); ++a) {
        for (size_t b = 0; b < size_t(labels); ++b)
            model.transition[a][b] -= edgeSums[a][b] / now;
    }
    return model;
}

} // namespace model::annotate
