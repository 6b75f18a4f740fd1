// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextDocument>

#include <cstddef>
#include <vector>

// All lengths are in dots of this resolution.
constexpr int dotsPerInch = 1200;

// What must not be cut: a line of a paragraph or a row of a table, in dots of the uncut text.
struct Unit {
    double top;
    double bottom;
    bool tableRow;
    bool breakBefore;
    bool keepWithNext;
    int linesBefore;
    int linesAfter;
};

// What stands on one page or in one column, and the first unit after it.
struct Part {
    double top;
    double wordsTop;
    double bottom;
    std::size_t end;
};

// One unit for each line of a paragraph and for each row of a table, from top to bottom.
std::vector<Unit> unitsOf(const QTextDocument &document);

// The parts from unit `first` on, none taller than `height` unless a single unit is. The first part begins at `top`.
// Headings stay with what follows, and no single line of a paragraph is left alone.
std::vector<Part> partsOf(const std::vector<Unit> &units, std::size_t first, double height, double top);

// The same parts, but with columns of the same length on the last page, as a typesetter would make them.
std::vector<Part> balanced(const std::vector<Unit> &units, std::vector<Part> parts, int columns, double height);
