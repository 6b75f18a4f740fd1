// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/dictionary_breaker.h"

#include <unicode/normalizer2.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace model::search {
namespace {

/// Longer runs are cut; ordinary ones end at a punctuation mark long before.
constexpr int maxRun = 4096;
constexpr int longestTakenApart = 16;

bool hasHan(const icu::UnicodeString &text, int first, int last)
{
    for (int at = first; at < last; at = text.moveIndex32(at, 1)) {
        UErrorCode status = U_ZERO_ERROR;
        if (uscript_getScript(text.char32At(at), &status) == USCRIPT_HAN)
            return true;
    }
    return false;
}

} // namespace

DictionaryBreaker::DictionaryBreaker(CodePointFolder &folder)
    : m_folder(folder)
{
    UErrorCode status = U_ZERO_ERROR;
    m_words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status))
        m_words.reset();
}

bool DictionaryBreaker::breakRun(std::string_view utf8, std::size_t &at, TokenSink &sink)
{
    readRun(utf8, at);
    if (!m_words)
        return emitWord(0, m_run.length(), sink);
    m_words->setText(m_run);
    int first = m_words->first();
    for (int last = m_words->next(); last != icu::BreakIterator::DONE; last = m_words->next()) {
        if (!emitWord(first, last, sink))
            return false;
        first = last;
    }
    return true;
}

/// Takes in all characters of these scripts, and goes on over a line end between two of them.
void DictionaryBreaker::readRun(std::string_view utf8, std::size_t &at)
{
    m_run.remove();
    m_starts.clear();
    m_ends.clear();
    std::size_t next = at;
    while (next < utf8.size() && m_run.length() < maxRun) {
        std::size_t after = next;
        const char32_t codePoint = nextCodePoint(utf8, after);
        const FoldedCodePoint &folded = m_folder.fold(codePoint);
        if (folded.kind == CharacterClass::Dictionary) {
            append(folded, next, after);
            at = after;
        } else if (folded.kind != CharacterClass::Ignored && (codePoint != U'\n' || next != at)) {
            break;
        }
        next = after;
    }
}

void DictionaryBreaker::append(const FoldedCodePoint &folded, std::size_t start, std::size_t end)
{
    const std::string_view text = folded.text();
    icu::UnicodeString units = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), folded.length));
    if (!m_run.isEmpty() && units.length() == 1) {
        // A voicing mark set apart from its kana, as half-width text has it.
        UErrorCode status = U_ZERO_ERROR;
        const UChar32 pair = icu::Normalizer2::getNFCInstance(status)->composePair(m_run[m_run.length() - 1], units[0]);
        if (pair >= 0 && pair <= 0xFFFF) {
            m_run.setCharAt(m_run.length() - 1, static_cast<char16_t>(pair));
            m_ends.back() = end;
            return;
        }
    }
    m_run.append(units);
    m_starts.resize(static_cast<std::size_t>(m_run.length()), start);
    m_ends.resize(static_cast<std::size_t>(m_run.length()), end);
}

bool DictionaryBreaker::emitWord(int first, int last, TokenSink &sink)
{
    if (!emit(first, last, TokenKind::Word, sink))
        return false;
    const int length = m_run.countChar32(first, last - first);
    if (length < 2 || length > longestTakenApart || !hasHan(m_run, first, last))
        return true;
    for (int from = first; from < last; from = m_run.moveIndex32(from, 1)) {
        int to = from;
        for (int count = 1; count <= std::min(WordBreaker::maxInnerLength, length - 1); ++count) {
            to = m_run.moveIndex32(to, 1);
            if (!emit(from, to, TokenKind::Inner, sink))
                return false;
            if (to >= last)
                break;
        }
    }
    return true;
}

bool DictionaryBreaker::emit(int first, int last, TokenKind kind, TokenSink &sink)
{
    m_text.clear();
    m_run.tempSubStringBetween(first, last).toUTF8String(m_text);
    if (m_text.size() > WordBreaker::maxWordLength) {
        std::size_t length = WordBreaker::maxWordLength;
        while ((static_cast<unsigned char>(m_text[length]) & 0xC0) == 0x80)
            --length;
        m_text.resize(length);
    }
    return sink.take({m_text, m_starts[static_cast<std::size_t>(first)], m_ends[static_cast<std::size_t>(last) - 1],
                      kind, kind == TokenKind::Word});
}

} // namespace model::search
