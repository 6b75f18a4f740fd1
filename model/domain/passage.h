// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/sha256.h"
#include "model/base/text_range.h"
#include "model/domain/page_body.h"

#include <QString>

#include <optional>

namespace model {

/// A range of characters of a document's page text, on one page or running on over the page break.
/// The words are kept beside the position, so that the passage can be found again when the text of a page changes.
struct Passage {
    Sha256 document;
    int firstPage = 0;   ///< page index, from 0
    qsizetype start = 0; ///< UTF-16 units into the text of firstPage
    int lastPage = 0;    ///< firstPage or firstPage + 1
    qsizetype end = 0;   ///< UTF-16 units into the text of lastPage, not included
    QString quote;  ///< the words themselves; over a page break joined by one line break, without what the pages have
                    ///< between their texts: see makePassage()
    QString prefix; ///< up to contextLength units before, whole characters, on firstPage
    QString suffix; ///< up to contextLength units after, whole characters, on lastPage

    static constexpr qsizetype contextLength = 32;

    /// The part of this passage on a page whose text is `pageLength` units long; empty when it has none there.
    TextRange rangeOnPage(int pageIndex, qsizetype pageLength) const;

    /// Whether a character belongs to both.
    bool overlaps(const Passage &other) const;

    /// Whether it is of the same characters, however much was known of the pages when its quote was made.
    bool isSamePlace(const Passage &other) const;

    friend bool operator==(const Passage &, const Passage &) = default;
};

/// Builds the passage with its quote and context from the texts of its page or pages (`lastText` is `firstText` when it
/// does not run over a break). The range must lie inside them, split no character and hold at least one that is not
/// white space. The quote of a passage over a break leaves out the running foot and head there, unless it begins or
/// ends in them; `near`: texts of other pages within pagesNear of the two, which tell what is running.
std::optional<Passage> makePassage(const Sha256 &document, int firstPage, QStringView firstText, qsizetype start,
                                   int lastPage, QStringView lastText, qsizetype end, const PageTexts &near = {});

} // namespace model
