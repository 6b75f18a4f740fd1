// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/words.h"

#include <algorithm>

namespace model::annotate {
namespace {

constexpr qsizetype longestWord = 200; ///< longer ones are no words but packed data or a lost space, and are cut

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u02bc';
}

bool isHyphen(QChar c)
{
    return c == u'-' || c == u'\u2010' || c == u'\u2011' || c == u'\u00ad';
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_';
}

/// Where the line goes on when it was broken at a hyphen inside a word; -1 when it was not.
qsizetype afterBrokenHyphen(QStringView text, qsizetype hyphen)
{
    qsizetype next = hyphen + 1;
    if (next >= text.size() || text[next] != u'\n')
        return -1;
    ++next;
    while (next < text.size() && text[next] == u' ')
        ++next;
    return next < text.size() && text[next].isLower() && text[hyphen - 1].isLetter() ? next : -1;
}

/// The length of "'s", "'ve", "'ll" and their like that begins at the apostrophe `at`; 0 for anything else.
qsizetype clitic(QStringView text, qsizetype at)
{
    qsizetype end = at + 1;
    while (end < text.size() && isWordCharacter(text[end]))
        ++end;
    const auto letters = text.sliced(at + 1, end - at - 1);
    for (const auto *known : {u"s", u"ve", u"ll", u"re", u"m", u"d"}) {
        if (letters.compare(QStringView(known), Qt::CaseInsensitive) == 0)
            return end - at;
    }
    return 0;
}

/// Whether the word that began at `start` goes on over the sign at `at`; gives where.
qsizetype continuation(QStringView text, qsizetype start, qsizetype at)
{
    if (at + 1 >= text.size())
        return -1;
    const QChar sign = text[at];
    const QChar next = text[at + 1];
    if (isHyphen(sign)) {
        if (const auto over = afterBrokenHyphen(text, at); over >= 0)
            return over;
        return isWordCharacter(next) ? at + 1 : -1;
    }
    if (!isWordCharacter(next))
        return -1;
    if (isApostrophe(sign)) {
        return clitic(text, at) > 0 || !text[at - 1].isLetter() ? -1 : at + 1;
    }
    if (sign == u'.') {
        const bool sentenceEnd = next.isUpper() && text[at - 1].isLower() && at - start > 1;
        return sentenceEnd ? -1 : at + 1;
    }
    return sign == u'&' || (sign == u',' && text[at - 1].isDigit() && next.isDigit()) ? at + 1 : -1;
}

} // namespace

quint32 hashOf(QStringView text)
{
    quint64 h = 0xcbf29ce484222325ULL;
    for (const QChar c : text)
        h = (h ^ c.unicode()) * 0x100000001b3ULL;
    return mix(quint32(h >> 32), quint32(h));
}

Words::Words(QStringView text)
    : m_text(text)
{
    m_folded.reserve(text.size());
    m_words.reserve(size_t(text.size() / 5 + 8));
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c.isSpace() || c == u'\u200b' || c == u'\ufeff') {
            m_lineBefore |= c == u'\n' || c == u'\f' || c == u'\u2029' || c == u'\u2028';
            m_spaceBefore = true;
            ++at;
            continue;
        }
        if (isWordCharacter(c)) {
            qsizetype end = at + 1;
            // A half of a surrogate pair stays with the other.
            while (end < text.size() &&
                   (end - at < longestWord || (text[end].isLowSurrogate() && text[end - 1].isHighSurrogate()))) {
                if (isWordCharacter(text[end])) {
                    ++end;
                } else if (const auto next = continuation(text, at, end); next >= 0) {
                    end = next + 1;
                } else {
                    break;
                }
            }
            // The full stop of "U.S." and "N.V." belongs to them.
            if (end < text.size() && text[end] == u'.' && end - at >= 3 && text[end - 2] == u'.' &&
                text[end - 1].isUpper())
                ++end;
            add(at, end, true);
            at = end;
            continue;
        }
        qsizetype end = at + 1;
        if (isApostrophe(c) && at > 0 && isWordCharacter(text[at - 1]))
            end = at + std::max<qsizetype>(clitic(text, at), 1);
        add(at, end, false);
        at = end;
    }
}

void Words::add(qsizetype start, qsizetype end, bool isWord)
{
    Word word;
    word.range = {start, end};
    word.folded = m_folded.size();
    word.isWord = isWord;
    word.lineBefore = m_lineBefore;
    word.spaceBefore = m_spaceBefore;
    m_lineBefore = m_spaceBefore = false;
    int letters = 0;
    int uppers = 0;
    for (qsizetype i = start; i < end; ++i) {
        const QChar c = m_text[i];
        if (isWord && isHyphen(c)) {
            if (const auto over = i > start ? afterBrokenHyphen(m_text, i) : -1; over >= 0) {
                i = over - 1;
                continue;
            }
            m_folded.append(u'-');
            continue;
        }
        if (c.isLetter()) {
            uppers += c.isUpper();
            word.innerUpper |= letters > 0 && c.isUpper();
            ++letters;
        }
        word.hasDigit |= c.isDigit();
        m_folded.append(isApostrophe(c) ? QChar(u'\'') : c.toLower());
    }
    word.upperStart = m_text[start].isUpper();
    word.allUpper = letters > 1 && uppers == letters;
    word.innerUpper &= !word.allUpper;
    word.foldedLength = int(m_folded.size() - word.folded);
    word.hash = hashOf(QStringView(m_folded).sliced(word.folded, word.foldedLength));
    m_words.push_back(word);
}

QStringView Words::original(int index) const
{
    const auto &range = (*this)[index].range;
    return m_text.sliced(range.start, range.length());
}

QStringView Words::folded(int index) const
{
    const Word &word = (*this)[index];
    return QStringView(m_folded).sliced(word.folded, word.foldedLength);
}

TextRange Words::range(int first, int last) const
{
    return {(*this)[first].range.start, (*this)[last - 1].range.end};
}

bool Words::isSign(int index, char16_t sign) const
{
    if (index < 0 || index >= count())
        return false;
    const auto &range = (*this)[index].range;
    return range.length() == 1 && m_text[range.start] == sign;
}

} // namespace model::annotate
