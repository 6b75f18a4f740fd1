// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/choice_model.h"

#include "model/annotate/dropout.h"
#include "model/annotate/shuffler.h"

#include <algorithm>
#include <cmath>

namespace model::annotate {
namespace {

void normalise(std::array<float, maxChoices> &scores, size_t choices)
{
    const float top = *std::max_element(scores.begin(), scores.begin() + std::ptrdiff_t(choices));
    float sum = 0;
    for (size_t c = 0; c < choices; ++c)
        sum += scores[c] = std::exp(scores[c] - top);
    for (size_t c = 0; c < choices; ++c)
        scores[c] /= sum;
}

} // namespace

std::array<float, maxChoices> ChoiceModel::probabilities(const std::vector<quint32> &features) const
{
    std::array<float, maxChoices> scores = {};
    // As in sequence_model.cpp, a handful of features at a time is asked for ahead of their turn.
    constexpr size_t handful = 32;
    std::array<int, handful> slots;
    for (size_t begin = 0; begin < features.size(); begin += handful) {
        const size_t count = std::min(handful, features.size() - begin);
        for (size_t i = 0; i < count; ++i)
            weights.expect(features[begin + i]);
        for (size_t i = 0; i < count; ++i) {
            slots[i] = weights.slotOf(features[begin + i]);
            if (slots[i] >= 0)
                weights.expectSlot(slots[i]);
        }
        for (size_t i = 0; i < count; ++i) {
            for (size_t c = 0; slots[i] >= 0 && c < size_t(choices); ++c)
                scores[c] += weights.at(slots[i])[c];
        }
    }
    normalise(scores, size_t(choices));
    return scores;
}

ChoiceModel trainChoice(const std::vector<ChoiceExample> &examples, int choices, const ChoiceTraining &options)
{
    ChoiceModel model(choices);
    continueChoice(model, examples, options);
    return model;
}

void continueChoice(ChoiceModel &model, const std::vector<ChoiceExample> &examples, const ChoiceTraining &options)
{
    struct Prepared {
        std::vector<int> slots;
        int gold;
    };
    std::vector<Prepared> prepared;
    prepared.reserve(examples.size());
    for (const ChoiceExample &example : examples) {
        Prepared one{{}, example.gold};
        for (const quint32 feature : example.features)
            one.slots.push_back(model.weights.add(feature));
        prepared.push_back(std::move(one));
    }
    const size_t width = size_t(model.choices);
    const WeightTable start = model.weights;
    std::vector<float> squares(size_t(model.weights.count()) * width, options.history);
    std::vector<float> sums(squares.size());
    int summed = 0;
    Shuffler shuffler;
    Dropout dropout(options.dropout);
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        shuffler.shuffle(prepared);
        for (const Prepared &one : prepared) {
            const std::vector<int> &slots = dropout.thin(one.slots);
            std::array<float, maxChoices> scores = {};
            for (const int slot : slots) {
                const float *row = slot < 0 ? nullptr : model.weights.at(slot);
                for (size_t c = 0; row && c < width; ++c)
                    scores[c] += row[c] * dropout.scale();
            }
            normalise(scores, width);
            for (const int slot : slots) {
                if (slot < 0)
                    continue;
                float *const row = model.weights.at(slot);
                const float *const began = start.at(slot);
                for (size_t c = 0; c < width; ++c) {
                    const float gradient = (size_t(one.gold) == c ? 1.0F : 0.0F) - scores[c];
                    float &square = squares[size_t(slot) * width + c];
                    square += gradient * gradient;
                    row[c] += options.rate * gradient / std::sqrt(square);
                    row[c] -= (row[c] - began[c]) * options.pull;
                }
            }
        }
        if (2 * epoch < options.epochs)
            continue;
        ++summed;
        for (size_t i = 0; i < sums.size(); ++i)
            sums[i] += model.weights.at(int(i / width))[i % width];
    }
    for (size_t i = 0; summed > 0 && i < sums.size(); ++i)
        model.weights.at(int(i / width))[i % width] = sums[i] / float(summed);
}

} // namespace model::annotate
