// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"
#include "model/search/code_point_folder.h"

#include <QStringView>

#include <string>
#include <vector>

namespace model::search {

/// Finds what is being typed, also in the middle of a word: capitals, accents and compatibility forms count as little
/// as in a search, any white space is one blank, and a word goes on behind a hyphen at the end of its line. One per
/// thread.
class TextFinder final {
public:
    explicit TextFinder(QStringView typed);

    bool isEmpty() const { return m_typed.empty(); } ///< nothing was typed that could be found
    /// In UTF-16 units of `text`; in order, without overlaps.
    std::vector<TextRange> find(QStringView text);

private:
    struct Folded {
        std::string bytes;             ///< UTF-8
        std::vector<TextRange> places; ///< of each byte, in the text
        std::vector<bool> mayBePassed; ///< a hyphen at the end of a line
        void clear();
        void append(std::string_view folded, const TextRange &place);
    };
    void fold(QStringView text, Folded &folded);
    std::size_t endOfMatch(std::size_t start) const; ///< 0 for none

    CodePointFolder m_folder;
    std::string m_typed;
    Folded m_text; ///< kept for its memory
};

} // namespace model::search
