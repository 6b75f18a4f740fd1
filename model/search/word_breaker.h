// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/code_point_folder.h"

#include <QByteArray>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace model::search {

class DictionaryBreaker;

enum class TokenKind : std::uint8_t {
    Word,
    Joined, ///< the parts of a hyphenated word without the hyphen
    Inner   ///< a piece of a Chinese or Japanese word, so that it is found wherever the dictionary breaks the words
};

/// A word as it is searched for. `text` is folded UTF-8 and lives until the sink returns; `start` and `end` are bytes
/// of the text that was broken. Words count their positions in a text from 0; only one that opens a position counts on,
/// the others stand at the same one.
struct Token {
    std::string_view text;
    std::size_t start = 0;
    std::size_t end = 0;
    TokenKind kind = TokenKind::Word;
    bool opensPosition = true;
};

class TokenSink {
public:
    virtual ~TokenSink() = default;
    /// False ends the breaking.
    virtual bool take(const Token &token) = 0;
};

/// Breaks text into words: the one place that knows what a word is, for the index, for queries and for highlights.
///
/// A word that is hyphenated at the end of a line ("partner-\nship") is one position with its parts and the joined
/// word; a compound within a line ("opt-out") is two positions, with the joined word at the first. Chinese, Japanese,
/// Thai, Lao, Khmer and Burmese are broken by ICU's dictionaries, over line ends too. Words are cut off at
/// maxWordLength bytes. One per thread.
class WordBreaker final {
public:
    static constexpr std::size_t maxWordLength = 128;
    /// Pieces of a Chinese or Japanese word have at most so many characters.
    static constexpr int maxInnerLength = 4;

    WordBreaker();
    ~WordBreaker();
    WordBreaker(const WordBreaker &) = delete;
    WordBreaker &operator=(const WordBreaker &) = delete;

    /// `utf8` need not be well formed: a broken byte ends a word. False when the sink ended it.
    bool breakText(std::string_view utf8, TokenSink &sink);

    /// What the words of an index depend on: our rules and ICU's dictionaries. An index made under another one is
    /// stale.
    static QByteArray version();

private:
    enum class Connector { None, InLine, OverLineEnd };
    struct Part {
        std::string text;
        std::size_t start = 0;
        std::size_t end = 0;
        Connector next = Connector::None;
        bool endsInLetter = false;
    };

    void readWord(std::string_view utf8, std::size_t at, Part &part);
    Connector connectorAt(std::string_view utf8, const Part &part, std::size_t &next);
    bool emitGroup(std::size_t count, TokenSink &sink);
    bool emitJoined(std::size_t first, std::size_t last, TokenSink &sink);

    CodePointFolder m_folder;
    std::unique_ptr<DictionaryBreaker> m_dictionary; ///< made when first needed
    std::vector<Part> m_parts;                       ///< of one hyphenated group; kept for their memory
    std::string m_joined;
};

/// Reads the code point at `at` and moves behind it; U+FFFD for a broken byte. `at` must be inside.
char32_t nextCodePoint(std::string_view utf8, std::size_t &at);

} // namespace model::search
