// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"
#include "model/search/page_joint.h"
#include "model/search/text_match.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

namespace model::search {

/// Where in a page what was searched for stands: the same words and rules as the index has.
class Highlighter final {
public:
    explicit Highlighter(const std::vector<TextMatch> &matches);

    /// In UTF-16 units of the page text; sorted, without overlaps. A phrase is one range.
    std::vector<TextRange> find(const QByteArray &page, WordBreaker &breaker) const;

    struct Crossing {
        std::size_t start = 0; ///< byte of the first page
        std::size_t end = 0;   ///< byte of the second one, behind the last word
    };
    /// The first place where it runs on over the break between two pages.
    std::optional<Crossing> findCrossing(const PageBody &page, const PageBody &next, WordBreaker &breaker) const;

private:
    struct Found;
    using FoundWords = std::vector<std::vector<Found>>; ///< by term number
    class Collector;

    int numberOf(const Term &term);
    void forTerms(const QByteArray &word, const std::function<void(int)> &use) const;

    struct NumberedMatch {
        std::vector<std::vector<std::vector<int>>> items; ///< item, sequence, term number
        int distance = 0;
    };
    std::vector<Found> placesOf(const std::vector<std::vector<int>> &sequences, const FoundWords &words) const;
    std::vector<std::vector<Found>> groupsOf(const NumberedMatch &match, const FoundWords &words) const;

    std::vector<NumberedMatch> m_matches;
    QHash<QByteArray, int> m_words; ///< exact terms
    std::vector<std::pair<QByteArray, int>> m_prefixes;
    int m_termCount = 0;
};

/// The UTF-16 unit at which each byte of `utf8` starts; one more for its end.
std::vector<qsizetype> unitsOfBytes(const QByteArray &utf8);

} // namespace model::search
