// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/lexicon.h"
#include "model/annotate/names.h"
#include "model/annotate/phrases.h"
#include "model/annotate/units.h"
#include "model/annotate/words.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace model::annotate {

/// What the reporter of a case has decided on names, by nameKeyOf().
struct KnownNames {
    QSet<QString> partners;
    QSet<QString> blocked; ///< names that were rejected as partners

    friend bool operator==(const KnownNames &, const KnownNames &) = default;
};

/// Everything about a text that does not depend on a model.
struct Analysis {
    Analysis(QStringView text, const QStringList &holders, const CommonWords &common, const KnownNames &known);

    QString readable; ///< the text without its pages' heads and feet
    QStringView text; ///< of `readable`
    Words words;
    std::vector<ClassBits> classes; ///< one a word
    std::vector<Unit> units;
    std::vector<int> unitOf; ///< one a word
    std::vector<NameChunk> names;
    std::vector<int> nameOf; ///< one a word: index into names, or -1
    std::vector<Phrase> phrases;
    std::vector<int> phraseOf; ///< one a word: index into phrases, or -1

    // One a name chunk:
    std::vector<bool> isHolder;  ///< the holder, or a thing that carries its name
    std::vector<bool> isKnown;   ///< the reporter called it a partner
    std::vector<bool> isBlocked; ///< the reporter said that it is none
    std::vector<int> mentions;   ///< how often its key stands in the text

    /// The words [first, last) of the coordination that a name stands in, "A, B and C"; its own words where it stands
    /// alone.
    std::pair<int, int> coordinationOf(int name) const;
};

} // namespace model::annotate
