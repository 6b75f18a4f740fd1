// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/word_text.h"

#include "model/annotate/furniture.h"
#include "model/copies/mixing.h"

namespace model::copies {
namespace {

bool isLetter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

/// Scripts without spaces between words.
bool standsAlone(QChar c)
{
    if (c.unicode() < 0x0e00)
        return false;
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana ||
           script == QChar::Script_Thai || script == QChar::Script_Lao || script == QChar::Script_Khmer;
}

bool isSilent(QChar c)
{
    return c == u'\u00ad' || c == u'\'' || c == u'’';
}

bool isHyphen(QChar c)
{
    return c == u'-' || c == u'\u2010' || c == u'\u2011';
}

/// Reads the words of a text one after the other.
class Words {
public:
    explicit Words(const QString &text)
        : m_text(text)
    {
    }

    std::vector<ComparedWord> read()
    {
        std::vector<ComparedWord> words;
        bool beginsSentence = true;
        for (m_at = 0; m_at < m_text.size();) {
            const QChar c = m_text.at(m_at);
            if (isLetter(c)) {
                words.push_back(word());
                words.back().isName = !beginsSentence && c.isUpper();
                beginsSentence = false;
                continue;
            }
            if (c == u'.' || c == u'!' || c == u'?' || c == u':' || c == u'\f')
                beginsSentence = true;
            ++m_at;
        }
        return words;
    }

private:
    ComparedWord word()
    {
        ComparedWord word{m_at, m_at, 0, false, false};
        std::uint64_t key = 0;
        for (;;) {
            const QChar c = m_text.at(m_at);
            if (!isSilent(c)) {
                const QChar lower = c.toCaseFolded();
                key = mixed(key ^ lower.unicode());
                word.isFigure = word.isFigure || c.isDigit();
            }
            word.end = ++m_at;
            if (standsAlone(c))
                break;
            const qsizetype next = goesOnAt();
            if (next < 0)
                break;
            m_at = next;
        }
        word.key = key;
        return word;
    }

    /// Where the next letter of the word is; -1 at its end.
    qsizetype goesOnAt() const
    {
        const auto at = [this](qsizetype place) { return place < m_text.size() ? m_text.at(place) : QChar(); };
        const QChar c = at(m_at);
        if (isLetter(c))
            return standsAlone(c) ? -1 : m_at;
        if (isSilent(c) && isLetter(at(m_at + 1)))
            return m_at + 1;
        const bool inFigure = at(m_at - 1).isDigit() && at(m_at + 1).isDigit();
        if ((c == u'.' || c == u',') && inFigure)
            return m_at + 1;
        if (isHyphen(c) && at(m_at - 1).isLetter() && at(m_at + 1) == u'\n' && at(m_at + 2).isLower())
            return m_at + 2;
        return -1;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

QString WordText::folded(size_t word) const
{
    QString letters;
    appendFolded(word, letters);
    return letters;
}

void WordText::appendFolded(size_t word, QString &to) const
{
    for (qsizetype at = words[word].start; at < words[word].end; ++at) {
        const QChar c = text.at(at);
        if (isLetter(c))
            to += c.toCaseFolded();
    }
}

std::vector<std::uint64_t> WordText::keys() const
{
    std::vector<std::uint64_t> keys;
    keys.reserve(words.size());
    for (const ComparedWord &word : words)
        keys.push_back(word.key);
    return keys;
}

WordText wordText(QString text)
{
    WordText result{std::move(text), {}};
    result.words = Words(result.text).read();
    return result;
}

WordText documentText(const std::vector<QString> &pages)
{
    QString text;
    for (const QString &page : pages) {
        if (!text.isEmpty())
            text += u'\f';
        text += page;
    }
    return wordText(annotate::withoutFurniture(text));
}

} // namespace model::copies
