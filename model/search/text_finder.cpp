// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/text_finder.h"

#include <QChar>
#include <QString>

#include <optional>

namespace model::search {
namespace {

constexpr char32_t brokenUnit = 0xfffd;

char32_t codePointAt(QStringView text, qsizetype at)
{
    const QChar first = text.at(at);
    if (!first.isSurrogate())
        return first.unicode();
    const bool isPair = first.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(first, text.at(at + 1)) : brokenUnit;
}

/// What a keyboard has in the place of a printer's quotation marks and dashes.
std::optional<char> plainMark(char32_t mark)
{
    switch (mark) {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
        return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0xab:
    case 0xbb:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return '-';
    default:
        return std::nullopt;
    }
}

/// Where the word that is hyphenated here goes on: behind the end of the line. Nothing where it is no such hyphen.
std::optional<qsizetype> nextLineBehindHyphen(QStringView text, qsizetype hyphen)
{
    if (hyphen == 0 || !text.at(hyphen - 1).isLetterOrNumber())
        return std::nullopt;
    qsizetype at = hyphen + 1;
    bool endsLine = false;
    for (; at < text.size() && text.at(at).isSpace(); ++at)
        endsLine = endsLine || text.at(at) == u'\n';
    return endsLine ? std::optional(at) : std::nullopt;
}

} // namespace

void TextFinder::Folded::clear()
{
    bytes.clear();
    places.clear();
    mayBePassed.clear();
}

void TextFinder::Folded::append(std::string_view folded, const TextRange &place)
{
    bytes.append(folded);
    places.resize(bytes.size(), place);
    mayBePassed.resize(bytes.size(), false);
}

TextFinder::TextFinder(QStringView typed)
{
    Folded folded;
    fold(typed.trimmed(), folded);
    m_typed = std::move(folded.bytes);
}

void TextFinder::fold(QStringView text, Folded &folded)
{
    folded.clear();
    for (qsizetype at = 0; at < text.size();) {
        const char32_t codePoint = codePointAt(text, at);
        const qsizetype next = at + (QChar::requiresSurrogates(codePoint) ? 2 : 1);
        const TextRange place{at, next};
        if (text.at(at).isSpace()) {
            if (folded.bytes.empty() || folded.bytes.back() != ' ')
                folded.append(" ", place);
            at = next;
            continue;
        }
        if (const auto mark = plainMark(codePoint == U'-' ? 0x2010 : codePoint)) {
            folded.append({&*mark, 1}, place);
            at = next;
            if (const auto wordGoesOn = *mark == '-' ? nextLineBehindHyphen(text, place.start) : std::nullopt) {
                folded.mayBePassed.back() = true;
                at = *wordGoesOn;
            }
            continue;
        }
        const FoldedCodePoint &one = m_folder.fold(codePoint);
        if (one.kind == CharacterClass::Separator)
            folded.append(QString::fromUcs4(&codePoint, 1).toStdString(), place);
        else if (one.kind != CharacterClass::Ignored)
            folded.append(one.text(), place);
        else if (!folded.places.empty() && folded.places.back().end == at)
            folded.places.back().end = next; // an accent belongs to its letter
        at = next;
    }
}

std::size_t TextFinder::endOfMatch(std::size_t start) const
{
    std::size_t at = start;
    for (std::size_t typed = 0; typed < m_typed.size(); ++at) {
        if (at >= m_text.bytes.size())
            return 0;
        if (m_text.bytes[at] == m_typed[typed])
            ++typed;
        else if (typed == 0 || !m_text.mayBePassed[at])
            return 0;
    }
    return at;
}

std::vector<TextRange> TextFinder::find(QStringView text)
{
    std::vector<TextRange> found;
    if (isEmpty())
        return found;
    fold(text, m_text);
    std::size_t from = m_text.bytes.find(m_typed.front());
    while (from != std::string::npos) {
        const std::size_t end = endOfMatch(from);
        if (end > 0)
            found.push_back({m_text.places[from].start, m_text.places[end - 1].end});
        from = m_text.bytes.find(m_typed.front(), end > 0 ? end : from + 1);
    }
    return found;
}

} // namespace model::search
