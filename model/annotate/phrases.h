// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/lexicon.h"
#include "model/annotate/units.h"

namespace model::annotate {

/// How a rule found the words of a permission.
enum class PhraseKind : quint8 {
    Capability, ///< "could [read messages]", "the right to [import phone numbers]"
    Transfer,   ///< "obtained [their messages]", "shared [order histories] with"
    AccessNoun, ///< "had [access to friend lists]", "[read access]"
    Deal,       ///< "[partnership]", "[extension]": no data named
};

struct Phrase {
    int first = 0; ///< word index
    int last = 0;  ///< one past the last word
    PhraseKind kind = PhraseKind::Capability;
};

/// What hand-written rules take for permissions in one unit; in reading order, not overlapping. Rough: the model that
/// reads it as one feature among many has the last word.
std::vector<Phrase> findPhrases(const Words &words, const std::vector<ClassBits> &classes, const Unit &unit);

} // namespace model::annotate
