// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/query.h"
#include "model/search/word_breaker.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace model::search {

/// A folded word as the index holds it.
struct Term {
    QByteArray word;     ///< UTF-8
    bool prefix = false; ///< any word that starts so
    friend bool operator==(const Term &, const Term &) = default;
};

/// Words at positions that follow each other.
using Sequence = std::vector<Term>;

/// What one leaf of a query looks for. With one item: any of its sequences. With more: one of each item's, near each
/// other.
struct TextMatch {
    std::vector<std::vector<Sequence>> items;
    int distance = 0; ///< words that may stand between
};

/// The words that a fuzzy word stands for.
using Expander = std::function<std::vector<QByteArray>(const QByteArray &word, int edits)>;

/// What a Text or Near node looks for. A phrase also matches with two of its words written as one, which is how a word
/// hyphenated at a line end, or a compound, is found either way; a short Chinese or Japanese word matches however the
/// dictionary broke it.
TextMatch textMatch(const Node &node, WordBreaker &breaker, const Expander &expand);

/// `textMatch` for each leaf of a query, by its number. Fields have none.
std::vector<TextMatch> textMatches(const Query &query, WordBreaker &breaker, const Expander &expand);

/// The leaves that a page must or may have, so that showing them explains the hit: those under no NOT.
std::vector<int> positiveLeaves(const Node &node);

} // namespace model::search
