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
    QString snippet;                 ///< words around the first match, white space folded
    std::vector<TextRange> inSnippet; ///< where the searched words stand in the snippet
    std::vector<TextRange> inPage;    ///< where they stand in the page text; what runs on over the page break ends with it
    bool runsOnToNextPage = false;    ///< the match goes on on the following page
    double rank = 0;                  ///< smaller is better

    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

/// Some of the hits, and what the searcher did to find them.
struct SearchPage {
    std::vector<SearchHit> hits;
    qint64 total = 0;       ///< all pages that match
    bool totalIsExact = true;
    QStringList expansions; ///< for each fuzzy word, the words it stood for: "agrement~ -> agreement, agreements"
    QStringList remarks;    ///< limits that were reached, as sentences
};

} // namespace model
