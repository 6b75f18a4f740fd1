// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <vector>

namespace model::session {

/// Part of the text of a page.
struct PageSpan {
    int pageIndex = 0; ///< from 0
    int start = 0;     ///< UTF-16 units of the page text
    int end = 0;

    friend bool operator==(const PageSpan &, const PageSpan &) = default;
};

/// One side of a place where two documents differ in their words.
struct DifferingText {
    int pageIndex = 0;           ///< where it is, or would be
    std::vector<PageSpan> spans; ///< by page; empty where the other document has words that this one has not
    QString words;               ///< white space folded

    friend bool operator==(const DifferingText &, const DifferingText &) = default;
};
struct TextDifference {
    DifferingText first;
    DifferingText second;
    QString before; ///< a few words that both have before it, and behind it
    QString behind;

    friend bool operator==(const TextDifference &, const TextDifference &) = default;
};

struct TextComparison {
    std::vector<TextDifference> differences; ///< in order
    /// For each page of the first document, the page of the second on which the words that both have go on from there.
    std::vector<int> secondPages;

    friend bool operator==(const TextComparison &, const TextComparison &) = default;
};

/// Where two documents differ. Case, white space, quotes, hyphens at the ends of lines are no difference.
Result<TextComparison> compareTexts(const CaseFile &file, const Sha256 &first, const Sha256 &second);

} // namespace model::session
