// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/word_breaker.h"

#include "model/search/dictionary_breaker.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

namespace model::search {
namespace {

constexpr std::size_t maxParts = 6;
constexpr char32_t softHyphen = 0xAD;

/// ASCII has a table of its own: 0 where a word ends, else the folded character.
constexpr std::array<char, 128> makeAsciiWords()
{
    std::array<char, 128> table = {};
    for (std::size_t c = 0; c < table.size(); ++c) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
            table[c] = static_cast<char>(c);
        else if (c >= 'A' && c <= 'Z')
            table[c] = static_cast<char>(c - 'A' + 'a');
    }
    return table;
}
constexpr std::array<char, 128> asciiWords = makeAsciiWords();

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

bool isHyphen(char32_t c)
{
    return c == U'-' || c == 0x2010 || c == 0x2011 || c == softHyphen;
}

std::size_t skipBlanks(std::string_view utf8, std::size_t at)
{
    while (at < utf8.size() && isBlank(utf8[at]))
        ++at;
    return at;
}

void compose(std::string &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString composed =
        icu::Normalizer2::getNFCInstance(status)->normalize(icu::UnicodeString::fromUTF8(text), status);
    if (U_FAILURE(status))
        return;
    text.clear();
    composed.toUTF8String(text);
}

} // namespace

char32_t nextCodePoint(std::string_view utf8, std::size_t &at)
{
    const auto byte = [utf8](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
    const unsigned char lead = byte(at++);
    if (lead < 0x80)
        return lead;
    const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || at + more > utf8.size())
        return 0xFFFD;
    char32_t result = lead & (0x3Fu >> more);
    for (std::size_t i = 0; i < more; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80)
            return 0xFFFD;
        result = (result << 6) | (byte(at + i) & 0x3Fu);
    }
    constexpr std::array<char32_t, 4> smallest = {0, 0x80, 0x800, 0x10000};
    if (result < smallest[more] || result > 0x10FFFF || (result >= 0xD800 && result < 0xE000))
        return 0xFFFD;
    at += more;
    return result;
}

WordBreaker::WordBreaker()
    : m_parts(maxParts)
{
}
WordBreaker::~WordBreaker() = default;

QByteArray WordBreaker::version()
{
    return QByteArrayLiteral("words 1, ICU ") + U_ICU_VERSION;
}

bool WordBreaker::breakText(std::string_view utf8, TokenSink &sink)
{
    std::size_t at = 0;
    std::size_t count = 0; // parts of the hyphenated group that is open
    while (at < utf8.size()) {
        const unsigned char byte = static_cast<unsigned char>(utf8[at]);
        if (byte < 0x80) {
            if (asciiWords[byte] == 0) {
                ++at;
                continue;
            }
        } else {
            std::size_t after = at;
            const CharacterClass kind = m_folder.fold(nextCodePoint(utf8, after)).kind;
            if (kind == CharacterClass::Dictionary) {
                if (!m_dictionary)
                    m_dictionary = std::make_unique<DictionaryBreaker>(m_folder);
                if (!m_dictionary->breakRun(utf8, at, sink))
                    return false;
                continue;
            }
            if (kind == CharacterClass::Separator || kind == CharacterClass::Ignored) {
                at = after;
                continue;
            }
        }
        Part &part = m_parts[count++];
        readWord(utf8, at, part);
        at = part.end;
        part.next = count < maxParts ? connectorAt(utf8, part, at) : Connector::None;
        if (part.next != Connector::None)
            continue;
        if (!emitGroup(count, sink))
            return false;
        count = 0;
    }
    return true;
}

void WordBreaker::readWord(std::string_view utf8, std::size_t at, Part &part)
{
    part.text.clear();
    part.start = at;
    part.end = at;
    part.endsInLetter = false;
    bool mayCompose = false;
    while (at < utf8.size()) {
        const unsigned char byte = static_cast<unsigned char>(utf8[at]);
        if (byte < 0x80) {
            const char folded = asciiWords[byte];
            if (folded == 0)
                break;
            if (part.text.size() < maxWordLength)
                part.text.push_back(folded);
            part.endsInLetter = folded > '9';
            part.end = ++at;
            continue;
        }
        std::size_t after = at;
        const char32_t codePoint = nextCodePoint(utf8, after);
        const FoldedCodePoint &folded = m_folder.fold(codePoint);
        if (folded.kind == CharacterClass::Separator || folded.kind == CharacterClass::Dictionary)
            break;
        if (folded.kind == CharacterClass::Ignored) {
            // A soft hyphen counts for the word only where the word goes on behind it. An accent belongs to its letter.
            at = after;
            if (codePoint != softHyphen)
                part.end = after;
            continue;
        }
        if (part.text.size() + folded.length <= maxWordLength)
            part.text.append(folded.text());
        mayCompose = mayCompose || folded.kind == CharacterClass::Mark;
        part.endsInLetter = folded.kind != CharacterClass::Number;
        part.end = at = after;
    }
    if (mayCompose)
        compose(part.text);
}

/// How the word goes on behind `part`; `next` is moved to the first character of what it goes on with.
WordBreaker::Connector WordBreaker::connectorAt(std::string_view utf8, const Part &part, std::size_t &next)
{
    std::size_t at = part.end;
    if (at >= utf8.size() || (utf8[at] != '-' && static_cast<unsigned char>(utf8[at]) < 0x80) ||
        !isHyphen(nextCodePoint(utf8, at)))
        return Connector::None;
    const std::size_t lineEnd = skipBlanks(utf8, at);
    const bool overLineEnd = lineEnd < utf8.size() && utf8[lineEnd] == '\n';
    if (overLineEnd)
        at = skipBlanks(utf8, lineEnd + 1);
    if (at >= utf8.size())
        return Connector::None;
    std::size_t after = at;
    const char32_t first = nextCodePoint(utf8, after);
    const CharacterClass kind = m_folder.fold(first).kind;
    if (overLineEnd ? kind != CharacterClass::Letter || !part.endsInLetter
                    : kind != CharacterClass::Letter && kind != CharacterClass::Number)
        return Connector::None;
    next = at;
    return overLineEnd ? Connector::OverLineEnd : Connector::InLine;
}

bool WordBreaker::emitGroup(std::size_t count, TokenSink &sink)
{
    bool anyInLine = false;
    for (std::size_t i = 0; i + 1 < count; ++i)
        anyInLine = anyInLine || m_parts[i].next == Connector::InLine;
    for (std::size_t i = 0; i < count; ++i) {
        const Part &part = m_parts[i];
        const bool opens = i == 0 || m_parts[i - 1].next == Connector::InLine;
        if (!sink.take({part.text, part.start, part.end, TokenKind::Word, opens}))
            return false;
        if (opens && part.next == Connector::OverLineEnd) {
            std::size_t last = i + 1;
            while (m_parts[last].next == Connector::OverLineEnd)
                ++last;
            if (!emitJoined(i, last, sink))
                return false;
        }
        if (i == 0 && anyInLine && !emitJoined(0, count - 1, sink))
            return false;
    }
    return true;
}

bool WordBreaker::emitJoined(std::size_t first, std::size_t last, TokenSink &sink)
{
    m_joined.clear();
    for (std::size_t i = first; i <= last; ++i)
        if (m_joined.size() + m_parts[i].text.size() <= maxWordLength)
            m_joined += m_parts[i].text;
    return sink.take({m_joined, m_parts[first].start, m_parts[last].end, TokenKind::Joined, false});
}

} // namespace model::search
