// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/annotator.h"
#include "model/annotate/corpus.h"

/// How near what the annotation model proposes is to the truth.
namespace bench {

using Documents = std::vector<const model::annotate::GoldDocument *>;
using Ranges = std::vector<model::TextRange>;

struct Score {
    int gold = 0;
    int predicted = 0;
    int exact = 0;
    int overlapping = 0;

    static double f1(int right, int predicted, int gold)
    {
        return predicted + gold > 0 ? 200.0 * right / (predicted + gold) : 0;
    }
    QString text() const
    {
        return QString::asprintf("%5.1f / %5.1f", f1(exact, predicted, gold), f1(overlapping, predicted, gold));
    }
};

/// Pairs each predicted range with at most one true one.
void add(Score &score, const Ranges &gold, const Ranges &predicted);

Ranges goldRanges(const model::annotate::GoldDocument &document, model::TagKind kind);

struct Scores {
    Score partner;
    Score permission;
    Score evidence;
    Score cells;       ///< findings by partner's name and kind of data (loose)
    Score strictCells; ///< also by action
    int stances = 0;   ///< true cells that were found
    int rightStances = 0;
};

void addScores(Scores &scores, const model::annotate::Annotator &annotator,
               const model::annotate::GoldDocument &document, const model::annotate::KnownNames &known = {});
Scores scoresOf(const model::annotate::Annotator &annotator, const Documents &documents);

} // namespace bench
