// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/phrases.h"

#include <unordered_set>

namespace model::annotate {
namespace {

constexpr int longestPhrase = 24;

std::unordered_set<quint32> hashes(std::initializer_list<const char16_t *> words)
{
    std::unordered_set<quint32> set;
    for (const auto *word : words)
        set.insert(hashOf(QStringView(word)));
    return set;
}

/// Words that end a permission's object: what follows is purpose, means, time or another clause.
const std::unordered_set<quint32> &stops()
{
    static const auto set =
        hashes({u"through",  u"via",    u"until", u"till",     u"since",      u"from",         u"without", u"after",
                u"before",   u"when",   u"while", u"so",       u"because",    u"under",        u"by",      u"during",
                u"if",       u"unless", u"even",  u"as",       u"which",      u"that",         u"where",   u"but",
                u"although", u"though", u"only",  u"provided", u"subject",    u"using",        u"upon",    u"once",
                u"despite",  u"unlike", u"into",  u"onto",     u"regardless", u"irrespective", u"whether", u"against",
                u"per",      u"then",   u"today", u"again"});
    return set;
}

const std::unordered_set<quint32> &adverbs()
{
    static const auto set =
        hashes({u"also",      u"even",     u"still",    u"then", u"freely", u"directly", u"now",    u"always",
                u"already",   u"not",      u"never",    u"ever", u"in",     u"fact",     u"only",   u"fully",
                u"both",      u"further",  u"likewise", u"at",   u"any",    u"time",     u"itself", u"themselves",
                u"regularly", u"continue", u"to",       u"be",   u"able"});
    return set;
}

class Finder {
public:
    Finder(const Words &words, const std::vector<ClassBits> &classes, const Unit &unit)
        : m_words(words)
        , m_classes(classes)
        , m_unit(unit)
    {
    }

    std::vector<Phrase> find()
    {
        for (int i = m_unit.first; i < m_unit.last;) {
            Phrase phrase;
            if (capability(i, phrase) || accessNoun(i, phrase) || transfer(i, phrase) || deal(i, phrase)) {
                m_phrases.push_back(phrase);
                i = phrase.last;
            } else {
                ++i;
            }
        }
        return std::move(m_phrases);
    }

private:
    ClassBits at(int i) const { return i >= m_unit.first && i < m_unit.last ? m_classes[size_t(i)] : 0; }
    bool is(int i, QLatin1String word) const
    {
        return i >= m_unit.first && i < m_unit.last && m_words.folded(i) == word;
    }

    /// Whether the verb at i stands after "can", "to", "able to", over a few adverbs, or beside such a verb.
    bool isLedIn(int i) const
    {
        for (int k = i - 1, steps = 0; k >= m_unit.first && steps < 4; --k, ++steps) {
            if (at(k) & bit(WordClass::Modal) || is(k, QLatin1String("to")) || is(k, QLatin1String("able")))
                return true;
            if (!adverbs().count(m_words[k].hash))
                break;
        }
        return false;
    }
    bool isAnd(int i) const
    {
        return is(i, QLatin1String("and")) || is(i, QLatin1String("or")) || m_words.isSign(i, u',') ||
               m_words.isSign(i, u'/') || m_words.isSign(i, u'&');
    }
    bool isPlainVerb(int i) const
    {
        return m_words[i].isWord && (at(i) & (anyVerb | bit(WordClass::TransferVerb))) && !m_words[i].upperStart;
    }

    /// One past the object that begins at i; `hasData` says whether it names data.
    int objectEnd(int i, bool &hasData) const
    {
        hasData = false;
        int end = i;
        for (int k = i; k < m_unit.last && k - i < longestPhrase; ++k) {
            const ClassBits bits = at(k);
            if (!m_words[k].isWord) {
                if (m_words.isSign(k, u'\'') || m_words.isSign(k, u'\u2019') || m_words.folded(k) == u"'s" ||
                    m_words.isSign(k, u'-') || m_words.isSign(k, u'/') || m_words.isSign(k, u'&'))
                    continue;
                if (m_words.isSign(k, u'"') || m_words.isSign(k, u'“') || m_words.isSign(k, u'”'))
                    continue;
                // A comma goes on to more data.
                if (m_words.isSign(k, u',') && hasData && goesOnWithData(k + 1))
                    continue;
                break;
            }
            if (stops().count(m_words[k].hash) || bits & bit(WordClass::Modal))
                break;
            const auto folded = m_words.folded(k);
            if (hasData && (folded == u"to" || folded == u"for" || folded == u"in" || folded == u"on" ||
                            folded == u"with" || folded == u"at" || bits & bit(WordClass::BeVerb)))
                break;
            if ((folded == u"and" || folded == u"or") && (!hasData || !goesOnWithData(k + 1)))
                break;
            if (bits & anyData)
                hasData = true;
            end = k + 1;
        }
        return end;
    }
    bool goesOnWithData(int i) const
    {
        for (int k = i; k < m_unit.last && k - i < 6; ++k) {
            if (!m_words[k].isWord && !(m_words.folded(k) == u"'s") && !m_words.isSign(k, u'\'') &&
                !m_words.isSign(k, u'\u2019'))
                return false;
            if (stops().count(m_words[k].hash) || at(k) & (bit(WordClass::Modal) | bit(WordClass::BeVerb)) ||
                is(k, QLatin1String("to")))
                return false;
            if (at(k) & anyData)
                return true;
        }
        return false;
    }

    bool capability(int i, Phrase &phrase) const
    {
        if (!isPlainVerb(i) || !isLedIn(i))
            return false;
        int verb = i;
        // "read, write and delete"
        for (int k = i + 1; k < m_unit.last && k - verb <= 3; ++k) {
            if (isPlainVerb(k))
                verb = k;
            else if (!isAnd(k))
                break;
        }
        bool hasData = false;
        const int end = objectEnd(verb + 1, hasData);
        if (!hasData)
            return false;
        phrase = {i, end, PhraseKind::Capability};
        return true;
    }

    bool accessNoun(int i, Phrase &phrase) const
    {
        const ClassBits bits = at(i);
        const bool act = bits & (anyAct & ~actBit(Action::Integrate) & ~actBit(Action::Exempt));
        if (act) {
            int end = i + 1;
            while (end < m_unit.last && at(end) & bits & anyAct)
                ++end;
            bool hasData = false;
            if (is(end, QLatin1String("to")) || is(end, QLatin1String("for")) || is(end, QLatin1String("over"))) {
                const int to = objectEnd(end + 1, hasData);
                if (hasData)
                    end = to;
            }
            phrase = {i, end, PhraseKind::AccessNoun};
            return true;
        }
        if (!(bits & bit(WordClass::Access)) || m_words[i].upperStart)
            return false;
        if (!is(i + 1, QLatin1String("to")) && !is(i + 1, QLatin1String("of")))
            return false;
        if (at(i + 2) & anyVerb && !(at(i + 2) & anyData))
            return false;
        bool hasData = false;
        const int end = objectEnd(i + 2, hasData);
        if (!hasData)
            return false;
        int first = i;
        if (is(i - 1, QLatin1String("special")) || is(i - 1, QLatin1String("full")))
            first = i - 1;
        phrase = {first, end, PhraseKind::AccessNoun};
        return true;
    }

    bool transfer(int i, Phrase &phrase) const
    {
        const ClassBits bits = at(i);
        const bool verb = bits & (verbBit(Action::Receive) | bit(WordClass::TransferVerb) | bit(WordClass::GrantVerb));
        const bool act =
            bits & (verbBit(Action::Read) | verbBit(Action::Write) | verbBit(Action::Delete) | verbBit(Action::Use));
        if ((!verb && !act) || m_words[i].upperStart)
            return false;
        bool hasData = false;
        int begin = i + 1;
        const int end = objectEnd(begin, hasData);
        if (!hasData || end - begin > 14)
            return false;
        phrase = act && !verb ? Phrase{i, end, PhraseKind::Capability} : Phrase{begin, end, PhraseKind::Transfer};
        while (phrase.first < phrase.last &&
               (is(phrase.first, QLatin1String("the")) || is(phrase.first, QLatin1String("a")) ||
                is(phrase.first, QLatin1String("with"))))
            ++phrase.first;
        return phrase.first < phrase.last;
    }

    bool deal(int i, Phrase &phrase) const
    {
        if (!(at(i) & (actBit(Action::Integrate) | actBit(Action::Exempt))) || m_words[i].upperStart)
            return false;
        int end = i + 1;
        while (end < m_unit.last && at(end) & at(i) & anyAct)
            ++end;
        phrase = {i, end, PhraseKind::Deal};
        return true;
    }

    const Words &m_words;
    const std::vector<ClassBits> &m_classes;
    const Unit &m_unit;
    std::vector<Phrase> m_phrases;
};

} // namespace

std::vector<Phrase> findPhrases(const Words &words, const std::vector<ClassBits> &classes, const Unit &unit)
{
    return Finder(words, classes, unit).find();
}

} // namespace model::annotate
