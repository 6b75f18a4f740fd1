// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"

#include <QString>

#include <vector>

namespace model::annotate {

/// A word, a number or one sign of a text. "’s" and a closing apostrophe are words of their own, so that a name ends
/// before them; "e-mail", "AT&T", "U.S." and "example.com" are one word. What is far too long for a word is cut.
struct Word {
    TextRange range;      ///< in the text
    qsizetype folded = 0; ///< where its folded form begins in Words::folded
    int foldedLength = 0;
    quint32 hash = 0; ///< of the folded form

    bool upperStart = false; ///< begins with a capital
    bool allUpper = false;   ///< two letters or more, all capitals
    bool innerUpper = false; ///< a capital after the first letter, and not all
    bool hasDigit = false;
    bool isWord = false;      ///< letters or digits, not a sign
    bool lineBefore = false;  ///< the first of its line
    bool spaceBefore = false; ///< white space, or the text's beginning, stands before it
};

/// A text taken apart. Folded: lower case, a hyphen at a line's end taken out, typographic quotes plain.
class Words {
public:
    explicit Words(QStringView text); ///< which must live as long
    explicit Words(QString &&text) = delete;

    int count() const { return int(m_words.size()); }
    const Word &operator[](int index) const { return m_words[size_t(index)]; }
    QStringView text() const { return m_text; }
    QStringView original(int index) const;
    QStringView folded(int index) const;
    /// From the first to the last word of [first, last); last > first.
    TextRange range(int first, int last) const;
    bool is(int index, QLatin1String folded) const
    {
        return index >= 0 && index < count() && this->folded(index) == folded;
    }
    /// A sign that is this character.
    bool isSign(int index, char16_t sign) const;

private:
    void add(qsizetype start, qsizetype end, bool isWord);

    QStringView m_text;
    QString m_folded;
    std::vector<Word> m_words;
    bool m_lineBefore = true;
    bool m_spaceBefore = true;
};

/// The hash that words, features and weights share; a fixed function, for weights are stored by it.
quint32 hashOf(QStringView text);
inline quint32 mix(quint32 a, quint32 b)
{
    quint64 x = (quint64(a) << 32 | b) * 0x9e3779b97f4a7c15ULL;
    x ^= x >> 29;
    x *= 0xbf58476d1ce4e5b9ULL;
    return quint32(x >> 32);
}

} // namespace model::annotate
