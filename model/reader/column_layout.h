// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"

#include <QStringView>

#include <vector>

/// Plain text in columns of one width, as on a typewriter. Which fonts are there plays no part in it, so that the same
/// text is laid out in the same way on every machine.
namespace model::reader {

inline constexpr int columnsOfLine = 96;

/// How many columns a character takes up: two for the wide ones of East Asia, none for a mark set above another.
int columnsOf(char32_t character);

/// The text parted into lines, [start, end) without a gap. A line ends behind its '\n' or '\f', or, when it is too
/// long, behind the last blank that is on it or in its middle; blanks may stick out. `start`: where the line begins.
qsizetype endOfLine(QStringView text, qsizetype start);

/// A character with the marks set on it, and where it stands.
struct TextCell {
    TextRange range; ///< of the whole text
    int column = 0;  ///< its left side, from 0
    int columns = 1;
    bool rightToLeft = false;

    friend bool operator==(const TextCell &, const TextCell &) = default;
};

/// The cells of a line in the order of its text, without blanks. Writing from right to left runs leftwards, from the
/// right end of the line where its paragraph begins with such.
std::vector<TextCell> cellsOfLine(QStringView text, const TextRange &line);

} // namespace model::reader
