// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/names.h"

#include <algorithm>

namespace model::annotate {
namespace {

bool has(ClassBits bits, WordClass c)
{
    return bits & bit(c);
}

bool isNumber(const Words &words, int i)
{
    return words[i].isWord && words.original(i).front().isDigit();
}

/// Capitals all over a unit say nothing about names.
bool isShouted(const Words &words, const Unit &unit)
{
    int letters = 0;
    int capitals = 0;
    for (int i = unit.first; i < unit.last; ++i) {
        if (!words[i].isWord || words[i].hasDigit || words.original(i).size() < 2)
            continue;
        ++letters;
        capitals += words[i].allUpper;
    }
    return letters >= 4 && capitals * 10 >= letters * 8;
}

bool isLowerSuffix(const Words &words, int i)
{
    return words[i].isWord && !words[i].upperStart && words[i].innerUpper; // "eBay", "iHeart"
}

class Finder {
public:
    Finder(const Words &words, const std::vector<ClassBits> &classes, const std::vector<Unit> &units,
           const CommonWords &common)
        : m_words(words)
        , m_classes(classes)
        , m_common(common)
    {
        for (const Unit &unit : units) {
            const bool says =
                (unit.kind == UnitKind::Sentence || unit.kind == UnitKind::Item) && !isShouted(words, unit);
            for (int i = unit.first + 1; says && i < unit.last; ++i) {
                const bool alone = !isOpening(i, unit) && isCapital(i) && !isCapital(i - 1) &&
                                   (i + 1 >= unit.last || !isCapital(i + 1));
                if (alone && !has(classes[size_t(i)], WordClass::HolderWord))
                    m_inside.insert(words[i].hash);
            }
        }
    }

    void find(const Unit &unit, int unitIndex, std::vector<NameChunk> &out) const
    {
        const bool shouted = isShouted(m_words, unit);
        for (int i = unit.first; i < unit.last;) {
            if (shouted || !mayBegin(i, unit)) {
                ++i;
                continue;
            }
            int last = i + 1;
            while (last < unit.last) {
                const int next = goesOn(last, unit);
                if (next < 0)
                    break;
                last = next;
            }
            NameChunk chunk;
            chunk.first = i;
            chunk.last = last;
            chunk.unit = unitIndex;
            trimStart(chunk, unit);
            if (chunk.first < chunk.last) {
                const auto range = m_words.range(chunk.first, chunk.last);
                for (int k = chunk.first; k < chunk.last; ++k)
                    chunk.classes |= m_classes[size_t(k)];
                chunk.key = nameKeyOf(m_words.text().sliced(range.start, range.length()));
                if (!chunk.key.isEmpty())
                    out.push_back(chunk);
            }
            i = last;
        }
    }

private:
    bool isCommon(int i) const { return m_common.count(m_words[i].hash) > 0; }
    bool isCapital(int i) const { return m_words[i].isWord && (m_words[i].upperStart || isLowerSuffix(m_words, i)); }
    /// "WD-05": what a list calls its entries.
    bool isCode(int i) const
    {
        const auto text = m_words.original(i);
        const auto hyphen = text.lastIndexOf(u'-');
        return hyphen > 0 && m_words[i].hasDigit && m_words[i].allUpper && text.sliced(hyphen + 1).front().isDigit();
    }
    /// First of its sentence, of a cell, of what is quoted or stands after a colon: a capital says little there.
    bool isOpening(int i, const Unit &unit) const
    {
        if (i == unit.first || isSetApart(i))
            return true;
        const auto before = m_words.original(i - 1);
        return before.size() == 1 && QStringView(u"|•‣–—*-:“\"‘(.)>?!").contains(before[0]);
    }
    bool mayBegin(int i, const Unit &unit) const
    {
        if (!isCapital(i) || isNumber(m_words, i) || isCode(i))
            return false;
        if (m_words.original(i).size() == 1 && (i + 1 >= unit.last || !isCapital(i + 1)))
            return false;
        const ClassBits bits = m_classes[size_t(i)];
        if (has(bits, WordClass::Month) || has(bits, WordClass::HolderWord) || has(bits, WordClass::Pronoun))
            return i + 1 < unit.last && isCapital(i + 1) && !isOpening(i, unit) && !has(bits, WordClass::Pronoun);
        if (isOpening(i, unit) && isCommon(i) && !m_words[i].innerUpper && !m_words[i].allUpper &&
            !m_inside.count(m_words[i].hash))
            return i + 1 < unit.last && goesOn(i + 1, unit) > 0;
        return true;
    }
    /// Whether a wide gap, as between the cells of a table, stands before a word.
    bool isSetApart(int i) const
    {
        const auto gap =
            m_words.text().sliced(m_words[i - 1].range.end, m_words[i].range.start - m_words[i - 1].range.end);
        return gap.size() >= 3 || gap.contains(u'\t');
    }
    /// The word after the one at `at` when the name goes on over it; -1 when it ends before `at`.
    int goesOn(int at, const Unit &unit) const
    {
        if (isSetApart(at))
            return -1;
        if (isCapital(at) && !has(m_classes[size_t(at)], WordClass::HolderWord)) {
            return isNumber(m_words, at) || isCode(at) ? -1 : at + 1;
        }
        if (m_words[at].isWord && m_words[at].hasDigit && m_words.original(at).size() <= 4 && !isYear(at) &&
            m_words[at].spaceBefore && at + 1 < unit.last && (isCapital(at + 1) || m_words.isSign(at + 1, u')')))
            return at + 1; // "Studio 54 Records"
        const auto nextCapital = [&](int i) { return i < unit.last && isCapital(i); };
        const auto folded = m_words.folded(at);
        if (m_words.isSign(at, u'&') && nextCapital(at + 1))
            return at + 2;
        if ((folded == u"of" || folded == u"de" || folded == u"for" || folded == u"du" || folded == u"van" ||
             folded == u"und") &&
            nextCapital(at + 1)) {
            // "Head of Example" and "Director for Europe" are no names of companies.
            const ClassBits before = m_classes[size_t(at - 1)];
            if (folded == u"for" && !has(before, WordClass::Org) && !has(before, WordClass::Regulator))
                return -1;
            return has(before, WordClass::Title) && !has(before, WordClass::Regulator) ? -1 : at + 2;
        }
        if ((folded == u"of" || folded == u"for") && at + 2 < unit.last && m_words.is(at + 1, QLatin1String("the")) &&
            nextCapital(at + 2) && has(m_classes[size_t(at - 1)], WordClass::Regulator))
            return at + 3;
        if (m_words.isSign(at, u',') && nextCapital(at + 1) && has(m_classes[size_t(at + 1)], WordClass::Suffix) &&
            !has(m_classes[size_t(at + 1)], WordClass::Org))
            return at + 2;
        // The stop of "Inc." and of an initial, inside a sentence.
        if (m_words.isSign(at, u'.') && !m_words[at].spaceBefore && at + 1 < unit.last) {
            const bool form = has(m_classes[size_t(at - 1)], WordClass::Suffix) && m_words.original(at - 1).size() <= 5;
            const bool initial = m_words.original(at - 1).size() == 1 && nextCapital(at + 1);
            if (form || initial)
                return at + 1;
        }
        return -1;
    }
    bool isYear(int i) const
    {
        const auto text = m_words.original(i);
        return text.size() == 4 && (text.startsWith(u"19") || text.startsWith(u"20"));
    }
    /// Takes off what stands before a name with a capital only because it opens the sentence, and ranks before a name.
    void trimStart(NameChunk &chunk, const Unit &unit) const
    {
        while (chunk.first < chunk.last) {
            const auto folded = m_words.folded(chunk.first);
            const bool opening = isOpening(chunk.first, unit);
            const bool article = folded == u"the" || folded == u"a" || folded == u"an";
            // "The" is part of a name only where the sentence gives no other cause for its capital.
            if ((article && (opening || chunk.last - chunk.first > 1) &&
                 !(opening ? false : m_words[chunk.first].upperStart)) ||
                (opening && chunk.last - chunk.first > 1 && isCommon(chunk.first) &&
                 (isFunctionWord(chunk.first) || m_words[chunk.first + 1].lineBefore)) ||
                m_words.isSign(chunk.first, u'&') || m_words.isSign(chunk.first, u'.'))
                ++chunk.first;
            else
                break;
        }
        if (chunk.last - chunk.first == 1) {
            const ClassBits bits = m_classes[size_t(chunk.first)];
            const bool opening = isOpening(chunk.first, unit);
            if (opening && isCommon(chunk.first) && !m_words[chunk.first].innerUpper &&
                !m_words[chunk.first].allUpper && !m_inside.count(m_words[chunk.first].hash))
                chunk.first = chunk.last;
            else if (has(bits, WordClass::Month) && opening)
                chunk.first = chunk.last;
        }
    }
    bool isFunctionWord(int i) const
    {
        static const QStringList functionWords = {
            QStringLiteral("the"),     QStringLiteral("a"),         QStringLiteral("an"),
            QStringLiteral("in"),      QStringLiteral("on"),        QStringLiteral("at"),
            QStringLiteral("by"),      QStringLiteral("for"),       QStringLiteral("from"),
            QStringLiteral("of"),      QStringLiteral("to"),        QStringLiteral("with"),
            QStringLiteral("and"),     QStringLiteral("but"),       QStringLiteral("or"),
            QStringLiteral("as"),      QStringLiteral("if"),        QStringLiteral("when"),
            QStringLiteral("while"),   QStringLiteral("since"),     QStringLiteral("until"),
            QStringLiteral("after"),   QStringLiteral("before"),    QStringLiteral("under"),
            QStringLiteral("only"),    QStringLiteral("also"),      QStringLiteral("even"),
            QStringLiteral("both"),    QStringLiteral("like"),      QStringLiteral("unlike"),
            QStringLiteral("because"), QStringLiteral("although"),  QStringLiteral("though"),
            QStringLiteral("where"),   QStringLiteral("why"),       QStringLiteral("what"),
            QStringLiteral("how"),     QStringLiteral("is"),        QStringLiteral("was"),
            QStringLiteral("did"),     QStringLiteral("does"),      QStringLiteral("has"),
            QStringLiteral("have"),    QStringLiteral("had"),       QStringLiteral("can"),
            QStringLiteral("could"),   QStringLiteral("will"),      QStringLiteral("would"),
            QStringLiteral("through"), QStringLiteral("via"),       QStringLiteral("between"),
            QStringLiteral("among"),   QStringLiteral("neither"),   QStringLiteral("either"),
            QStringLiteral("not"),     QStringLiteral("no"),        QStringLiteral("last"),
            QStringLiteral("today"),   QStringLiteral("yesterday"), QStringLiteral("then"),
            QStringLiteral("later"),   QStringLiteral("meanwhile"), QStringLiteral("however"),
            QStringLiteral("so"),      QStringLiteral("that"),      QStringLiteral("this"),
            QStringLiteral("these"),   QStringLiteral("those"),     QStringLiteral("re"),
            QStringLiteral("fw"),      QStringLiteral("fwd"),       QStringLiteral("once"),
            QStringLiteral("despite"), QStringLiteral("following"), QStringLiteral("per"),
            QStringLiteral("like")};
        const auto folded = m_words.folded(i);
        return std::any_of(functionWords.begin(), functionWords.end(), [&](const QString &w) { return folded == w; });
    }

    const Words &m_words;
    const std::vector<ClassBits> &m_classes;
    const CommonWords &m_common;
    std::unordered_set<quint32> m_inside; ///< words with a capital where no sentence begins: names, though common words
};

bool isLegalForm(QStringView word)
{
    static const std::unordered_set<quint32> forms = [] {
        std::unordered_set<quint32> set;
        for (const auto *form :
             {u"inc", u"ltd",          u"limited",  u"llc", u"corp", u"corporation", u"co", u"company",
              u"plc", u"gmbh",         u"ag",       u"sa",  u"nv",   u"bv",          u"ab", u"oy",
              u"oyj", u"kg",           u"kk",       u"pty", u"pte",  u"llp",         u"lp", u"spa",
              u"sas", u"sarl",         u"asa",      u"aps", u"pbc",  u"ulc",         u"se", u"sro",
              u"srl", u"incorporated", u"holdings", u"kft", u"mbh",  u"ug",          u"doo"})
            set.insert(hashOf(QStringView(form)));
        return set;
    }();
    QString plain;
    for (const QChar c : word) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
    }
    return forms.count(hashOf(plain)) > 0;
}

/// A name that a line's end divides: "Reel-\nhaven" is "Reelhaven", "Smith-\nJones" keeps its hyphen.
QString undivided(QStringView name)
{
    QString whole;
    for (qsizetype i = 0; i < name.size(); ++i) {
        qsizetype next = i + 1;
        bool overLine = false;
        while (name[i] == u'-' && next < name.size() && name[next].isSpace())
            overLine |= name[next++] == u'\n';
        if (!overLine || next == name.size()) {
            whole += name[i];
            continue;
        }
        if (!name[next].isLower())
            whole += u'-';
        i = next - 1;
    }
    return whole;
}

} // namespace

std::vector<NameChunk> findNames(const Words &words, const std::vector<ClassBits> &classes,
                                 const std::vector<Unit> &units, const CommonWords &common)
{
    std::vector<NameChunk> names;
    const Finder finder(words, classes, units, common);
    for (size_t i = 0; i < units.size(); ++i)
        finder.find(units[i], int(i), names);
    return names;
}

QString coreName(QStringView name)
{
    QStringList parts = undivided(name).simplified().split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    for (const auto &ending :
         {QStringLiteral("’s"), QStringLiteral("'s"), QStringLiteral("s’"), QStringLiteral("s'")}) {
        if (parts.last().endsWith(ending))
            parts.last().chop(ending.startsWith(u's') ? 1 : 2);
    }
    if (parts.size() > 1 && parts.first().compare(QLatin1String("the"), Qt::CaseInsensitive) == 0)
        parts.removeFirst();
    while (parts.size() > 1 && isLegalForm(parts.last()))
        parts.removeLast();
    QString core = parts.join(u' ');
    while (!core.isEmpty() && QStringView(u",.;:()").contains(core.back()))
        core.chop(1);
    return core;
}

QString nameKeyOf(QStringView name)
{
    QString key;
    const QString core = coreName(name);
    bool gap = false;
    for (const QChar c : core) {
        if (c.isLetterOrNumber() || c.isMark() || c == u'&' || c == u'+') {
            if (gap && !key.isEmpty())
                key += u' ';
            gap = false;
            key += c.toLower();
        } else {
            gap = gap || c.isSpace() || c == u'-' || c == u'/';
        }
    }
    return key;
}

QStringList abbreviationsOf(QStringView name)
{
    QString all;
    QString capitals;
    int words = 0;
    bool begins = true;
    const QString core = coreName(name);
    for (const QChar c : core) {
        if (c.isSpace() || c == u'-' || c == u'&') {
            begins = true;
            continue;
        }
        if (begins) {
            ++words;
            all += c.toUpper();
        }
        if (c.isUpper())
            capitals += c;
        begins = false;
    }
    if (words < 2)
        return {};
    return all == capitals ? QStringList{all} : QStringList{all, capitals};
}

} // namespace model::annotate
