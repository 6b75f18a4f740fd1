// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace model::search {

/// What a code point is to the word breaker.
enum class CharacterClass : std::uint8_t {
    Separator, ///< ends a word
    Letter,
    Number,
    Mark,       ///< part of a word; may compose with what stands before it
    Dictionary, ///< of a script without blanks between words: where words end is looked up in a dictionary
    Ignored     ///< leaves no trace in a word: accents, soft hyphens, marks of direction
};

/// How a code point is searched for: case, compatibility forms and accents folded. "É" is searched as "e", "ﬁ" as "fi",
/// "ß" as "ss", "Ｎ" as "n", "٣" as "3".
struct FoldedCodePoint {
    CharacterClass kind = CharacterClass::Separator;
    std::uint8_t length = 0;
    std::array<char, 14> utf8 = {};

    std::string_view text() const { return {utf8.data(), length}; }
};

/// Looks code points up, and keeps what it found, 256 at a time. One per thread.
class CodePointFolder final {
public:
    const FoldedCodePoint &fold(char32_t codePoint)
    {
        const std::size_t block = codePoint >> 8;
        if (!m_blocks[block])
            fill(block);
        return (*m_blocks[block])[codePoint & 0xff];
    }

private:
    using Block = std::array<FoldedCodePoint, 256>;
    void fill(std::size_t block);
    std::array<std::unique_ptr<Block>, 0x1100> m_blocks;
};

} // namespace model::search
