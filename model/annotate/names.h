// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/lexicon.h"
#include "model/annotate/units.h"

#include <QStringList>

#include <unordered_set>

namespace model::annotate {

/// Words that are seen in lower case, by hash: a capital at a sentence's beginning makes no name of them.
using CommonWords = std::unordered_set<quint32>;

/// What may be the name of a company, a body, a person, a place or a product.
struct NameChunk {
    int first = 0; ///< word index
    int last = 0;  ///< one past the last word
    int unit = 0;
    ClassBits classes = 0; ///< of all its words
    QString key;           ///< of coreName(); equal for mentions of the same name
};

/// Finds them all, in reading order, not overlapping.
std::vector<NameChunk> findNames(const Words &words, const std::vector<ClassBits> &classes,
                                 const std::vector<Unit> &units, const CommonWords &common);

/// A name without article, possessive and legal form, white space folded: "the Example Media Co." gives "Example
/// Media".
QString coreName(QStringView name);
/// coreName() with case folded and signs dropped: equal for spellings that a reader would take for the same name.
QString nameKeyOf(QStringView name);
/// What a name of several words may be abbreviated to: "RBC" and "RBOC" for "Royal Bank of Canada". Empty for one word.
QStringList abbreviationsOf(QStringView name);

} // namespace model::annotate
