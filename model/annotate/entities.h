// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/analysis.h"

namespace model::annotate {

/// All mentions in a text that name the same company, body, person or thing.
struct Entity {
    QString name;            ///< the form the text uses most, without article and legal form
    QString key;             ///< nameKeyOf() of the fullest form
    std::vector<int> chunks; ///< indices into Analysis::names, in reading order
    bool isHolder = false;
    bool isKnown = false; ///< a partner by the reporter's decision
    bool isBlocked = false;
    bool isThing = false;  ///< by its last word or its place, a thing: "Example Feed", the name of a column
    ClassBits classes = 0; ///< of all its mentions
};

struct Entities {
    std::vector<Entity> all;  ///< in order of first mention
    std::vector<int> ofChunk; ///< one a name: index into all
};

/// Joins names that differ in legal form, article or possessive; an abbreviation with the name it stands for ("Example
/// Savings Bank (ESB)", or by its letters); and a shortened name with the only longer one that goes on with words for a
/// kind of company or a place. Nothing else: whether "Bing" is Microsoft's is for the reporter to say.
Entities findEntities(const Analysis &analysis);

} // namespace model::annotate
