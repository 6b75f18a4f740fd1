// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/words.h"

#include <vector>

namespace model::annotate {

enum class UnitKind { Sentence, Heading, Item, Row };

/// What is judged at once: a sentence, a heading, an item of a list or a row of a table.
struct Unit {
    int first = 0; ///< word index
    int last = 0;  ///< one past the last word
    UnitKind kind = UnitKind::Sentence;
    int head = -1;     ///< of an item or row: the unit that leads the list in or names the table's columns
    int paragraph = 0; ///< counted from 0; a heading belongs to the paragraph after it

    int length() const { return last - first; }
};

/// Cuts a text into units. Understands both text with a paragraph a line and text whose lines are as they stood on a
/// page. Each word is in exactly one unit; units are in reading order and never empty.
std::vector<Unit> cutIntoUnits(const Words &words);

} // namespace model::annotate
