// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/calibration.h"
#include "model/annotate/choice_model.h"
#include "model/annotate/names.h"
#include "model/annotate/sequence_model.h"
#include "model/base/result.h"

#include <QByteArray>

namespace model::annotate {

/// All that training finds out. What each part is asked is said where its features are made.
struct Weights {
    QString version; ///< of the rules and the corpus they were made with, and of what a case added
    CommonWords common;
    ChoiceModel matter{2};     ///< is the unit about access to data? (subject_matter.h)
    SequenceModel spans{5};    ///< partner and permission passages (features.h)
    ChoiceModel role{2};       ///< is this name a partner? (partner_roles.h)
    SequenceModel evidence{3}; ///< evidence passages (evidence_stage.h)
    ChoiceModel stance{5};     ///< by Stance (stances.h)
    ChoiceModel action{2};     ///< does the passage speak of this action? (permission_meaning.h)
    ChoiceModel data{2};       ///< ... of this kind of data?
    ChoiceModel link{2};       ///< is this finding right? (reading.h)
    Calibration spanScores[3]; ///< by TagKind
    Calibration findingScores;
};

/// Small whole numbers instead of floats, features without weight left out: what is shipped. fromBytes(toBytes(w)) is
/// what the program works with, so that a model read and a model just trained are the same.
QByteArray toBytes(const Weights &weights);
Result<Weights> weightsFromBytes(const QByteArray &bytes);

} // namespace model::annotate
