// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"

#include <functional>
#include <optional>

namespace ui::page {

/// A boundary between two characters of a document.
struct TextPosition {
    int pageIndex = 0;
    qsizetype offset = 0; ///< UTF-16 units into the page's text

    friend auto operator<=>(const TextPosition &, const TextPosition &) = default;
};

/// A selection runs from where it was begun to where the caret is, in either direction.
struct TextSelection {
    TextPosition anchor;
    TextPosition caret;

    TextPosition first() const { return std::min(anchor, caret); }
    TextPosition last() const { return std::max(anchor, caret); }
    bool isEmpty() const { return anchor == caret; }
    /// What of a page with a text of that length is selected; empty where nothing is.
    model::TextRange rangeOnPage(int pageIndex, qsizetype length) const;
    friend bool operator==(const TextSelection &, const TextSelection &) = default;
};

enum class CaretMove {
    NextCharacter,
    PreviousCharacter,
    NextWord,
    PreviousWord,
    NextLine,
    PreviousLine,
    LineStart,
    LineEnd,
    PageStart,
    PageEnd
};

/// Null for a page that is not read yet: the caret stays on this side of it.
using Layouts = std::function<const model::PageLayout *(int pageIndex)>;

/// Where a key takes the caret. Runs on over page breaks.
TextPosition moved(const TextPosition &from, CaretMove move, const Layouts &layouts);

/// With both ends where words begin and end: one that lies inside a word takes the whole of it in.
TextSelection overWholeWords(const TextSelection &selection, const Layouts &layouts);
/// What both span, in the direction of the second.
TextSelection joined(const TextSelection &first, const TextSelection &second);

} // namespace ui::page
