// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/copies/word_text.h"

namespace model::copies {

/// What comparing two texts word by word says.
struct Likeness {
    double resemblance = 0; ///< words they share, of all words of both (Jaccard); misread words count as shared
    bool isCopy = false;    ///< of one source, and so no proof of each other
};

/// A text is a copy of another where they share enough words, and where it is not the same form filled in for somebody
/// else: there only names and figures differ, here and there all over the text, between words that are the same.
Likeness likeness(const WordText &first, const WordText &second);

} // namespace model::copies
