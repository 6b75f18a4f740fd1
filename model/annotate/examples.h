// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/analysis.h"
#include "model/annotate/corpus.h"
#include "model/annotate/sequence_model.h"
#include "model/annotate/subject_matter.h"

/// From a text with its true tags to what the models learn from.
namespace model::annotate {

/// Labels of the partner and permission model.
enum SpanLabel : quint8 { Outside, PartnerBegins, PartnerGoesOn, PermissionBegins, PermissionGoesOn, spanLabelCount };

/// The words of resources/annotator/common_words.txt and those that are in lower case inside these texts.
CommonWords commonWordsOf(const std::vector<const GoldDocument *> &documents);

/// A label a word of the whole text. Where a partner stands inside a permission, the permission has the words.
std::vector<quint8> goldSpanLabels(const Analysis &analysis, const std::vector<GoldSpan> &spans);

/// For each unit, whether all its tags are known.
std::vector<bool> confirmedUnits(const Analysis &analysis, const GoldDocument &document);

/// One example for each confirmed unit that is worth reading. `matter` and `confirmed`: one value a unit.
std::vector<Example> spanExamples(const Analysis &analysis, const std::vector<quint8> &labels,
                                  const std::vector<int> &matter, const std::vector<bool> &confirmed);

/// Whether each confirmed unit that is worth reading holds evidence, or, where a text has none, a permission.
std::vector<ChoiceExample> matterExamples(const Analysis &analysis, const std::vector<GoldSpan> &spans,
                                          const std::vector<bool> &confirmed);

struct LabelledRun {
    int first = 0;     ///< word index
    int last = 0;      ///< one past the last word
    quint8 begins = 0; ///< the label that begins it
};
/// The passages that labels mark out, for words from `firstWord` on.
std::vector<LabelledRun> runsOf(const std::vector<quint8> &labels, int firstWord);

} // namespace model::annotate
