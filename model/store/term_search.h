// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QByteArray>

#include <vector>

namespace model::store {

class Database;

/// A word of the case near the one that was typed.
struct NearTerm {
    QByteArray term; ///< UTF-8, folded
    int edits = 0;
    qint64 pages = 0; ///< on how many it stands
};

struct NearTerms {
    std::vector<NearTerm> terms; ///< by edits, then the most frequent first; at most maxNearTerms
    bool isCut = false;          ///< there were more
};

inline constexpr int maxNearTerms = 64;

/// All words of the case within so many edits of `word` (folded), itself included.
Result<NearTerms> termsNear(Database &database, const QByteArray &word, int edits);

} // namespace model::store
