// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/code_point_folder.h"
#include "model/search/word_breaker.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace model::search {

/// Breaks runs of the scripts that set no blanks between words. For WordBreaker alone.
class DictionaryBreaker final {
public:
    explicit DictionaryBreaker(CodePointFolder &folder);

    /// Breaks the run that starts at `at` and moves behind it. False when the sink ended it.
    bool breakRun(std::string_view utf8, std::size_t &at, TokenSink &sink);

private:
    void readRun(std::string_view utf8, std::size_t &at);
    void append(const FoldedCodePoint &folded, std::size_t start, std::size_t end);
    bool emitWord(int first, int last, TokenSink &sink);
    bool emit(int first, int last, TokenKind kind, TokenSink &sink);

    CodePointFolder &m_folder;
    std::unique_ptr<icu::BreakIterator> m_words;
    icu::UnicodeString m_run;          ///< folded
    std::vector<std::size_t> m_starts; ///< for each unit of m_run: the byte its character starts at
    std::vector<std::size_t> m_ends;   ///< and the one behind it
    std::string m_text;
};

} // namespace model::search
