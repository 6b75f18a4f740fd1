// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/sha256.h"
#include "model/base/text_range.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace model {

/// One page that answers a search.
struct SearchHit {
    Sha256 document;
    qint64 number = 0; ///< the document's
    QString title;     ///< the document's
    int pageIndex = 0; ///< from 0
    QString pageLabel;
    QString snippet;                  ///< words around the first match, white space folded
    std::vector<TextRange> inSnippet; ///< where the searched words stand in the snippet
    std::vector<TextRange> inPage; ///< where they stand in the page text; what runs on over the page break ends with it
    bool runsOnToNextPage = false; ///< the match goes on on the following page
    double rank = 0;               ///< smaller is better

    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

enum class SearchOrder {
    Ranked,    ///< best first; looks at every hit before the first is given
    PageOrder, ///< by document and page; stops as soon as the hits asked for are found
    Quickest   ///< Ranked, unless so many pages match that it would take long
};

/// Some of the hits, and what the searcher did to find them.
struct SearchPage {
    std::vector<SearchHit> hits;
    SearchOrder order = SearchOrder::Ranked; ///< how they are sorted: Ranked or PageOrder
    qint64 total = 0;                        ///< all pages that match
    bool totalIsExact = true;                ///< false: at least so many
    QStringList expansions; ///< for each fuzzy word, the words it stood for: "agrement~ -> agreement, agreements"
    QStringList remarks;    ///< limits that were reached, as sentences
};

} // namespace model
