// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Nonsense for properties: letters, signs, white space, page ends, words that the rules know, marks that combine, and
/// halves of surrogate pairs. Same seed, same text.
QString randomText(unsigned seed, int pieces);
