// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/features.h"

#include <bit>

namespace model::annotate {
namespace {

constexpr ClassBits triggers = bit(WordClass::Modal) | bit(WordClass::Able) | bit(WordClass::Access) |
                               bit(WordClass::GrantVerb) | bit(WordClass::TransferVerb) | anyVerb;

/// What a unit holds, as a few bits that go well with others.
quint32 contentOf(const Analysis &a, const Unit &unit)
{
    quint32 content = 0;
    for (int i = unit.first; i < unit.last; ++i) {
        const ClassBits bits = a.classes[size_t(i)];
        content |= bits & anyData ? 1U : 0U;
        content |= bits & bit(WordClass::Access) ? 2U : 0U;
        content |= bits & (bit(WordClass::GrantVerb) | bit(WordClass::TransferVerb)) ? 4U : 0U;
        content |= bits & (bit(WordClass::Modal) | bit(WordClass::Able)) ? 8U : 0U;
        content |= bits & anyAct ? 16U : 0U;
        content |= a.phraseOf[size_t(i)] >= 0 ? 32U : 0U;
    }
    return content;
}

quint32 shapeOf(const Word &word)
{
    return quint32(word.upperStart) | quint32(word.allUpper) << 1 | quint32(word.innerUpper) << 2 |
           quint32(word.hasDigit) << 3 | quint32(word.isWord) << 4;
}

/// A few bits of the classes, for patterns over several words.
quint32 gistOf(ClassBits bits)
{
    return (bits & anyData ? 1U : 0U) | (bits & anyVerb ? 2U : 0U) | (bits & bit(WordClass::Modal) ? 4U : 0U) |
           (bits & bit(WordClass::Access) ? 8U : 0U) | (bits & bit(WordClass::BeVerb) ? 16U : 0U);
}

template <class Out> class Writer {
public:
    Writer(const Analysis &a, const Unit &unit, int matter, Out &out)
        : m_a(a)
        , m_unit(unit)
        , m_matter(quint32(matter))
        , m_out(out)
        , m_content(contentOf(a, unit))
    {
        if (unit.kind != UnitKind::Row)
            return;
        m_columns = columnsOf(unit);
        if (unit.head >= 0 && a.units[size_t(unit.head)].kind == UnitKind::Row)
            m_headColumns = columnsOf(a.units[size_t(unit.head)]);
    }

    void write(int i)
    {
        const auto &words = m_a.words;
        m_out.add(Look::Bias, 0);
        const quint32 w = word(i);
        const quint32 before = word(i - 1);
        const quint32 after = word(i + 1);
        m_out.add(Look::Word, w);
        m_out.add(Look::WordBefore, before);
        m_out.add(Look::WordBefore2, word(i - 2));
        m_out.add(Look::WordAfter, after);
        m_out.add(Look::WordAfter2, word(i + 2));
        m_out.add(Look::WordsBeforeAnd, mix(before, w));
        m_out.add(Look::WordsAndAfter, mix(w, after));
        m_out.add(Look::WordsAround, mix(before, after));
        const auto folded = words.folded(i);
        if (folded.size() > 3) {
            m_out.add(Look::Ending, hashOf(folded.last(3)));
            m_out.add(Look::Beginning, hashOf(folded.first(3)));
        }
        const quint32 shape = shapeOf(words[i]);
        m_out.add(Look::Shape, shape);
        m_out.add(Look::Shapes, (i > m_unit.first ? shapeOf(words[i - 1]) : 99U) << 16 | shape << 8 |
                                    (i + 1 < m_unit.last ? shapeOf(words[i + 1]) : 99U));
        writeClasses(i);
        writeName(i, w);
        writePhrase(i, w);
        writeTrigger(i);
        m_out.add(Look::UnitKind, quint32(m_unit.kind) << 2 | quint32(m_unit.head >= 0));
        m_out.add(Look::UnitContent, m_content);
        const quint32 inName = m_a.nameOf[size_t(i)] >= 0 ? 1U : 0U;
        const quint32 inPhrase = m_a.phraseOf[size_t(i)] >= 0 ? 2U : 0U;
        const quint32 standsIn =
            classesAt(i) & (bit(WordClass::Pronoun) | bit(WordClass::Descriptor) | bit(WordClass::Generic)) ? 4U : 0U;
        m_out.add(Look::Matter, m_matter << 8 | inName | inPhrase | standsIn | (classesAt(i) & anyData ? 8U : 0U));
        m_out.add(Look::MatterWithWord, mix(w, m_matter));
        m_out.add(Look::Place, i == m_unit.first ? 1U : i + 1 == m_unit.last ? 2U : i - m_unit.first < 3 ? 3U : 4U);
        if (m_unit.kind == UnitKind::Row)
            writeColumn(i);
    }

private:
    ClassBits classesAt(int i) const { return i >= m_unit.first && i < m_unit.last ? m_a.classes[size_t(i)] : 0; }
    quint32 word(int i) const
    {
        if (i < m_unit.first)
            return 0x1001U + quint32(m_unit.kind);
        return i < m_unit.last
                   ? (m_a.words[i].hasDigit && m_a.words[i].isWord && !m_a.words[i].upperStart ? 0x2002U
                                                                                               : m_a.words[i].hash)
                   : 0x3003U;
    }

    void writeBits(Look look, ClassBits bits)
    {
        while (bits) {
            const int b = std::countr_zero(bits);
            m_out.add(look, quint32(b));
            bits &= bits - 1;
        }
    }

    void writeClasses(int i)
    {
        writeBits(Look::Class, classesAt(i));
        writeBits(Look::ClassBefore, classesAt(i - 1));
        writeBits(Look::ClassAfter, classesAt(i + 1));
        m_out.add(Look::ClassPattern, gistOf(classesAt(i - 2)) << 15 | gistOf(classesAt(i - 1)) << 10 |
                                          gistOf(classesAt(i)) << 5 | gistOf(classesAt(i + 1)));
    }

    void writeName(int i, quint32 w)
    {
        const int n = m_a.nameOf[size_t(i)];
        if (n < 0) {
            m_out.add(Look::InName, 0);
            if (classesAt(i) & (bit(WordClass::Pronoun) | bit(WordClass::Descriptor) | bit(WordClass::Generic))) {
                m_out.add(Look::StandIn, mix(w, m_content));
                m_out.add(Look::StandIn, mix(verbAfter(i + 1), i == m_unit.first ? 7U : 8U));
                m_out.add(Look::StandIn, mix(verbBefore(i), prepositionBefore(i)));
            }
            return;
        }
        const NameChunk &name = m_a.names[size_t(n)];
        const quint32 part = i == name.first ? 1U : 2U;
        m_out.add(Look::InName, part);
        // What the case decided comes on top: the shipped weights have never seen it.
        const bool isHolder = m_a.isHolder[size_t(n)];
        m_out.add(Look::NameRole, (isHolder ? 1U : 4U) << 4 | part);
        if (m_a.isKnown[size_t(n)] || m_a.isBlocked[size_t(n)])
            m_out.add(Look::NameRole, (m_a.isKnown[size_t(n)] ? 2U : 3U) << 4 | part);
        if (isHolder)
            return; // nothing else may speak for the holder
        ClassBits kinds = name.classes & (bit(WordClass::Suffix) | bit(WordClass::Org) | bit(WordClass::Regulator) |
                                          bit(WordClass::Court) | bit(WordClass::Media) | bit(WordClass::Title) |
                                          bit(WordClass::FirstName) | bit(WordClass::Place) | bit(WordClass::Month) |
                                          bit(WordClass::Data) | bit(WordClass::Thing));
        if (!kinds)
            m_out.add(Look::NameKind, 100U + part);
        while (kinds) {
            const int b = std::countr_zero(kinds);
            m_out.add(Look::NameKind, quint32(b) << 2 | part);
            kinds &= kinds - 1;
        }
        // In "A, B and C could", what holds for C holds for A: the coordination is looked at as one.
        const auto [first, last] = m_a.coordinationOf(n);
        const quint32 place = (first == name.first ? 1U : 0U) | (last == name.last ? 2U : 0U);
        const quint32 before = word(first - 1);
        const quint32 after = word(last);
        m_out.add(Look::NameNeighbours, place << 2 | part);
        m_out.add(Look::NameBefore, mix(before, part));
        m_out.add(Look::NameAfter, mix(after, part));
        m_out.add(Look::NameSurroundings, mix(before, after));
        m_out.add(Look::NameSurroundings, mix(mix(word(first - 2), before), 5U));
        m_out.add(Look::NameSurroundings, mix(mix(after, word(last + 1)), 6U));
        const quint32 verbThen = verbAfter(last);
        const quint32 verbEarlier = verbBefore(first);
        const quint32 preposition = prepositionBefore(first);
        m_out.add(Look::NameVerbAfter, mix(verbThen, m_content));
        m_out.add(Look::NameVerbBefore, mix(verbEarlier, m_content));
        m_out.add(Look::NamePreposition, mix(preposition, m_content));
        m_out.add(Look::NamePreposition, mix(preposition, verbEarlier));
        m_out.add(Look::NameMatter, m_matter << 8 | (preposition & 0xffU));
        m_out.add(Look::NameMatter, mix(m_matter, before));
        m_out.add(Look::NameMatter, mix(m_matter, verbThen));
        m_out.add(Look::NameCount,
                  quint32(std::min(m_a.mentions[size_t(n)], 4)) << 4 | quint32(std::min(name.last - name.first, 4)));
        m_out.add(Look::UnitContentInName, m_content << 8 | quint32(m_unit.kind) << 4 | part);
    }

    /// The first verb of weight after a name: what the name does.
    quint32 verbAfter(int from) const
    {
        constexpr ClassBits verbs = bit(WordClass::Modal) | bit(WordClass::SayVerb) | bit(WordClass::GrantVerb) |
                                    bit(WordClass::TransferVerb) | bit(WordClass::BeVerb) | anyVerb;
        for (int i = from; i < m_unit.last && i - from < 12; ++i) {
            if (m_a.nameOf[size_t(i)] < 0 && classesAt(i) & verbs)
                return mix(m_a.words[i].hash, i - from < 2 ? 1U : 2U);
        }
        return 0;
    }
    /// The last verb before it: what is done to it.
    quint32 verbBefore(int from) const
    {
        constexpr ClassBits verbs =
            bit(WordClass::SayVerb) | bit(WordClass::GrantVerb) | bit(WordClass::TransferVerb) | anyVerb;
        for (int i = from - 1; i >= m_unit.first && from - i < 14; --i) {
            if (m_a.nameOf[size_t(i)] < 0 && classesAt(i) & verbs)
                return m_a.words[i].hash;
        }
        return 0;
    }
    /// The preposition that governs it, over the other names of a coordination.
    quint32 prepositionBefore(int from) const
    {
        for (int i = from - 1; i >= m_unit.first && from - i < 12; --i) {
            const auto folded = m_a.words.folded(i);
            if (folded == u"to" || folded == u"with" || folded == u"from" || folded == u"by" || folded == u"for" ||
                folded == u"of" || folded == u"in" || folded == u"at" || folded == u"via" || folded == u"including" ||
                folded == u"among" || folded == u"between" || folded == u"on" || folded == u"through" ||
                folded == u"against" || folded == u"like" || folded == u"as")
                return m_a.words[i].hash;
            const bool passes = m_a.nameOf[size_t(i)] >= 0 || m_a.words.isSign(i, u',') || folded == u"and" ||
                                folded == u"or" || folded == u"the";
            if (!passes)
                break;
        }
        return 0;
    }

    void writePhrase(int i, quint32 w)
    {
        const auto label = [&](int k) -> quint32 {
            if (k < m_unit.first || k >= m_unit.last || m_a.phraseOf[size_t(k)] < 0)
                return 0;
            const Phrase &phrase = m_a.phrases[size_t(m_a.phraseOf[size_t(k)])];
            return 1U + quint32(phrase.kind) * 2 + (phrase.first == k ? 1U : 0U);
        };
        const quint32 here = label(i);
        m_out.add(Look::InPhrase, here);
        m_out.add(Look::PhraseEdges, label(i - 1) << 16 | here << 8 | label(i + 1));
        if (here) {
            m_out.add(Look::PhraseWord, mix(w, here));
            m_out.add(Look::TriggerPhrase, mix(word(m_a.phrases[size_t(m_a.phraseOf[size_t(i)])].first - 1), here));
        }
    }

    /// The last word before this one that may lead a permission in, how far it is, and whether data was named since.
    void writeTrigger(int i)
    {
        bool comma = false;
        bool data = false;
        for (int k = i - 1; k >= m_unit.first && i - k < 12; --k) {
            if (m_a.words.isSign(k, u',') || m_a.words.isSign(k, u';') || m_a.words.isSign(k, u':'))
                comma = true;
            data = data || classesAt(k) & anyData;
            if (m_a.nameOf[size_t(k)] < 0 && classesAt(k) & triggers) {
                const quint32 distance = i - k < 3 ? quint32(i - k) : i - k < 6 ? 3U : 4U;
                m_out.add(Look::TriggerBefore, mix(m_a.words[k].hash, distance << 1 | quint32(comma)));
                m_out.add(Look::SinceTrigger, mix(word(i), quint32(data) << 1 | quint32(comma)));
                m_out.add(Look::SinceTrigger, mix(mix(word(i), word(i + 1)), 4U | quint32(data)));
                m_out.add(Look::SinceTrigger, quint32(data) << 20 | quint32(comma) << 16 | gistOf(classesAt(i)) << 8 |
                                                  gistOf(classesAt(i + 1)));
                return;
            }
        }
        m_out.add(Look::TriggerBefore, 0);
    }

    /// Which cell of the row it stands in, and what the table's first row says there.
    void writeColumn(int i)
    {
        const int column = m_columns[size_t(i - m_unit.first)];
        m_out.add(Look::Column, quint32(std::min(column, 8)));
        for (size_t k = 0; k < m_headColumns.size(); ++k) {
            const Word &word = m_a.words[m_a.units[size_t(m_unit.head)].first + int(k)];
            if (word.isWord && m_headColumns[k] == column)
                m_out.add(Look::ColumnHead, word.hash);
        }
    }
    /// The cell that each word of a row stands in, counted from 0.
    std::vector<int> columnsOf(const Unit &row) const
    {
        std::vector<int> columns;
        int column = 0;
        for (int k = row.first; k < row.last; ++k) {
            columns.push_back(column);
            if (m_a.words.isSign(k, u'|')) {
                ++column;
            } else if (k + 1 < row.last) {
                const auto gap =
                    m_a.text.sliced(m_a.words[k].range.end, m_a.words[k + 1].range.start - m_a.words[k].range.end);
                column += gap.size() >= 3 || gap.contains(u'\t');
            }
        }
        return columns;
    }

    const Analysis &m_a;
    const Unit &m_unit;
    const quint32 m_matter;
    Out &m_out;
    const quint32 m_content;
    std::vector<int> m_columns;     ///< of a row's words
    std::vector<int> m_headColumns; ///< of the words of the row that names the columns; empty without one
};

struct SeenOut {
    std::vector<SeenFeature> features;
    void add(Look look, quint32 value) { features.push_back({look, mix(quint32(look) + 0x51ed270bU, value)}); }
};

} // namespace

bool isWorthReading(const Analysis &analysis, const Unit &unit)
{
    for (int i = unit.first; i < unit.last; ++i) {
        if (analysis.nameOf[size_t(i)] >= 0 || analysis.phraseOf[size_t(i)] >= 0 ||
            analysis.classes[size_t(i)] &
                (bit(WordClass::Access) | bit(WordClass::Generic) | bit(WordClass::TransferVerb) | anyData | anyAct))
            return true;
    }
    return false;
}

FeatureList spanFeatures(const Analysis &analysis, const Unit &unit, int matter)
{
    FeatureList list;
    Writer writer(analysis, unit, matter, list);
    for (int i = unit.first; i < unit.last; ++i) {
        list.beginWord();
        writer.write(i);
    }
    return list;
}

std::vector<SeenFeature> spanFeaturesSeen(const Analysis &analysis, const Unit &unit, int matter, int word)
{
    SeenOut out;
    Writer(analysis, unit, matter, out).write(word);
    return out.features;
}

} // namespace model::annotate
