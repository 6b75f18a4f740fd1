// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/weight_table.h"

#include <array>
#include <vector>

namespace model::annotate {

inline constexpr int maxChoices = 16;

/// Which of a few choices holds, by the sum of the weights of the features that are there: logistic regression.
struct ChoiceModel {
    explicit ChoiceModel(int choiceCount = 0)
        : choices(choiceCount)
        , weights(choiceCount)
    {
    }
    int choices = 0;
    WeightTable weights;

    /// One probability a choice, summing to 1.
    std::array<float, maxChoices> probabilities(const std::vector<quint32> &features) const;
};

struct ChoiceExample {
    std::vector<quint32> features;
    int gold = 0;
};

struct ChoiceTraining {
    int epochs = 12;
    float rate = 0.08F;
    float pull = 1e-5F; ///< these as in TrainingOptions
    float history = 1e-3F;
    float dropout = 0.2F;
};

/// The weights are the mean of those after each epoch of the second half, which chance sways less (Polyak, Juditsky
/// 1992). Same examples in the same order, same model.
ChoiceModel trainChoice(const std::vector<ChoiceExample> &examples, int choices, const ChoiceTraining &options);
/// Goes on from `model` with these examples.
void continueChoice(ChoiceModel &model, const std::vector<ChoiceExample> &examples, const ChoiceTraining &options);

} // namespace model::annotate
