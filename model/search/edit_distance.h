// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model::search {

/// Finds, in a sorted list of words, those within a number of edits of one word, and says which parts of the list
/// cannot hold any, so that most of it is never looked at. An edit is a letter (code point) put in, left out or
/// replaced, or two neighbours swapped; no letter is edited twice.
class FuzzyWord final {
public:
    FuzzyWord(const QByteArray &word, int edits);

    struct Step {
        std::optional<int> edits; ///< the term's distance, when it is near enough
        QByteArray skipTo;        ///< no term before this one can be near enough; null: at the end, no later one can
    };
    /// `term`: UTF-8. Terms come in ascending order of bytes; any may be left out.
    Step take(std::string_view term);

private:
    using Row = std::vector<int>;
    Row nextRow(std::size_t depth, char32_t letter) const;
    bool isAlive(const Row &row) const;
    QByteArray skipBehind(std::size_t depth) const;
    std::optional<char32_t> nextLetter(std::size_t depth, char32_t letter) const;

    std::u32string m_word;
    std::vector<char32_t> m_letters; ///< of the word, ascending, once each
    int m_edits = 0;
    std::u32string m_term; ///< as far as it was looked at
    std::vector<Row>
        m_rows; ///< by how many letters of m_term went in; row[j]: edits from there to j letters of the word
};

} // namespace model::search
