// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/features.h"
#include "model/annotate/weight_table.h"

#include <array>
#include <vector>

/// Linear-chain models over the words of a unit: each word gets a label, judged by its features and by the label before
/// it. Lafferty, McCallum, Pereira 2001 (conditional random fields); Collins 2002 (the perceptron variant).
namespace model::annotate {

/// Label 0 is "outside"; label 2k+1 begins a passage of kind k, label 2k+2 goes on with it.
inline constexpr int maxLabels = 8;

struct SequenceModel {
    explicit SequenceModel(int labelCount = 0)
        : labels(labelCount)
        , weights(labelCount)
    {
    }
    int labels = 0;
    WeightTable weights;
    /// transition[a][b]: from label a to label b; a == labels stands for the unit's beginning.
    std::array<std::array<float, maxLabels>, maxLabels + 1> transition = {};

    bool mayFollow(int before, int label) const
    {
        const bool goesOn = label > 0 && label % 2 == 0;
        return !goesOn || before == label || before == label - 1;
    }
};

/// What a model makes of a unit.
struct Labelling {
    std::vector<quint8> best;       ///< the most likely sequence, a label a word
    std::vector<float> probability; ///< labels values a word; empty unless asked for
};

enum class Want { BestOnly, Probabilities };

Labelling label(const SequenceModel &model, const FeatureList &features, Want want);

/// A unit to learn from.
struct Example {
    FeatureList features;
    std::vector<quint8> gold; ///< a label a word
};

struct TrainingOptions {
    int epochs = 12;
    float rate = 0.085F;
    float pull = 2e-5F;           ///< back to where training began, a step
    float history = 1e-3F;        ///< what the squared steps so far are taken to be: more makes it learn more slowly
    float dropout = 0.3F;         ///< share of the features left out at each step; see dropout.h
    int fewest = 1;               ///< features seen less often are left out
    bool passesOverKnown = false; ///< units that the model was sure of are not looked at again
};

/// Stochastic gradient on the likelihood, with a step size per weight (AdaGrad: Duchi, Hazan, Singer 2011). The order
/// of the examples, shuffled by a fixed rule, is all that chance there is: same examples, same model.
SequenceModel trainCrf(const std::vector<Example> &examples, int labels, const TrainingOptions &options);
/// Goes on from `start` with these examples.
void continueCrf(SequenceModel &start, const std::vector<const Example *> &examples, const TrainingOptions &options);
/// Averaged perceptron, for comparison.
SequenceModel trainPerceptron(const std::vector<Example> &examples, int labels, const TrainingOptions &options);

} // namespace model::annotate
