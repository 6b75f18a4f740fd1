// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/analysis.h"
#include "model/annotate/choice_model.h"
#include "model/annotate/span_stage.h"
#include "model/annotate/vocabulary.h"

#include <optional>

namespace model::annotate {

/// What a permission passage may take its meaning from besides its own words.
struct MeaningContext {
    int evidenceFirst = 0; ///< word index: the passage around it
    int evidenceLast = 0;
    quint32 lastData = 0; ///< kinds of data, a bit each, of the permission before it in the text
    quint32 textData = 0; ///< of those that the text names most often
};

/// What speaks for the permission in words [first, last) being about `action`, about `data`.
std::vector<quint32> actionFeatures(const Analysis &analysis, int first, int last, const MeaningContext &context,
                                    Action action);
std::vector<quint32> dataFeatures(const Analysis &analysis, int first, int last, const MeaningContext &context,
                                  DataKind data);

/// What a name in the reporter's own words, such as "read · private messages", means: permissionFromName(), else by the
/// words for data in it. Nothing where its action is none or its data is of no kind or of several.
std::optional<Permission> permissionMeant(const QString &name);

/// The kinds of data that the text names most often, a bit each.
quint32 mainDataOf(const Analysis &analysis);

struct Meaning {
    std::vector<Permission> permissions;        ///< each action with each kind of data; never empty
    std::array<float, actionCount> action = {}; ///< how likely each is meant
    std::array<float, dataKindCount> data = {};
};
Meaning meaningOf(const Analysis &analysis, int first, int last, const MeaningContext &context,
                  const ChoiceModel &action, const ChoiceModel &data);

} // namespace model::annotate
