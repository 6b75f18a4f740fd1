// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/units.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace model::annotate {
namespace {

constexpr int longestUnit = 160; ///< words; a text without any stop is cut here

/// Words of one printed line.
struct Line {
    int first = 0;
    int last = 0;
    bool afterBlank = false; ///< an empty line stands before it
    bool afterPage = false;  ///< a page's end
    bool isRow = false;
    bool isItem = false;
    qsizetype width = 0; ///< characters
};

bool isBullet(const Words &words, int first, int last)
{
    if (last - first < 2)
        return false;
    const auto sign = words.original(first);
    if (sign.size() == 1 && QStringView(u"•‣◦▪■●○–—*-·").contains(sign[0]) && words[first + 1].spaceBefore)
        return true;
    if (words.isSign(first, u'>'))
        return false;
    // "1." "a)" "(iv)" "12)" and a number that stands alone
    const int open = words.isSign(first, u'(') ? 1 : 0;
    if (first + open + 1 >= last)
        return false;
    const auto label = words.original(first + open);
    const bool shortLabel =
        label.size() <= 4 && words[first + open].isWord &&
        (words[first + open].hasDigit || label.size() == 1 ||
         std::all_of(label.begin(), label.end(), [](QChar c) { return QStringView(u"ivx").contains(c); }));
    const bool closed =
        words.isSign(first + open + 1, u')') || (!open && words.isSign(first + 1, u'.') && first + 2 < last);
    return shortLabel && closed && !words[first + open + 1].spaceBefore;
}

bool isTableRow(const Words &words, const Line &line)
{
    int bars = 0;
    for (int i = line.first; i < line.last; ++i)
        bars += words.isSign(i, u'|');
    if (bars >= 2)
        return true;
    // Cells set apart by tabs or by wide gaps.
    int gaps = 0;
    for (int i = line.first + 1; i < line.last; ++i) {
        const auto gap = words.text().sliced(words[i - 1].range.end, words[i].range.start - words[i - 1].range.end);
        gaps += gap.contains(u'\t') || gap.size() >= 3;
    }
    return gaps >= 1;
}

std::vector<Line> linesOf(const Words &words)
{
    std::vector<Line> lines;
    for (int i = 0; i < words.count(); ++i) {
        if (i == 0 || words[i].lineBefore) {
            Line line;
            line.first = i;
            if (i > 0) {
                const auto gap =
                    words.text().sliced(words[i - 1].range.end, words[i].range.start - words[i - 1].range.end);
                line.afterPage = gap.contains(u'\f');
                line.afterBlank = !line.afterPage && gap.count(u'\n') > 1;
            }
            lines.push_back(line);
        }
        lines.back().last = i + 1;
    }
    for (Line &line : lines) {
        line.width = words[line.last - 1].range.end - words[line.first].range.start;
        line.isRow = isTableRow(words, line);
        line.isItem = isBullet(words, line.first, line.last);
    }
    return lines;
}

bool isClosingSign(const Words &words, int i)
{
    const auto sign = words.original(i);
    return sign.size() == 1 && QStringView(u"”\"’')]»").contains(sign[0]) && !words[i].spaceBefore;
}

bool isStop(const Words &words, int i)
{
    return words.isSign(i, u'.') || words.isSign(i, u'?') || words.isSign(i, u'!') || words.isSign(i, u'…');
}

bool endsWithStop(const Words &words, int first, int last)
{
    int i = last - 1;
    while (i > first && isClosingSign(words, i))
        --i;
    return isStop(words, i) || words.isSign(i, u':');
}

bool isAbbreviation(QStringView folded)
{
    static const QStringList known = {
        QStringLiteral("mr"),   QStringLiteral("mrs"),  QStringLiteral("ms"),   QStringLiteral("dr"),
        QStringLiteral("prof"), QStringLiteral("no"),   QStringLiteral("nos"),  QStringLiteral("inc"),
        QStringLiteral("ltd"),  QStringLiteral("co"),   QStringLiteral("corp"), QStringLiteral("jr"),
        QStringLiteral("sr"),   QStringLiteral("st"),   QStringLiteral("vs"),   QStringLiteral("e.g"),
        QStringLiteral("i.e"),  QStringLiteral("cf"),   QStringLiteral("art"),  QStringLiteral("sec"),
        QStringLiteral("jan"),  QStringLiteral("feb"),  QStringLiteral("mar"),  QStringLiteral("apr"),
        QStringLiteral("aug"),  QStringLiteral("sept"), QStringLiteral("sep"),  QStringLiteral("oct"),
        QStringLiteral("nov"),  QStringLiteral("dec"),  QStringLiteral("u.s"),  QStringLiteral("u.k"),
        QStringLiteral("p"),    QStringLiteral("pp"),   QStringLiteral("para"), QStringLiteral("approx"),
        QStringLiteral("al"),   QStringLiteral("v"),    QStringLiteral("dept"), QStringLiteral("est"),
        QStringLiteral("fig"),  QStringLiteral("rep"),  QStringLiteral("sen"),  QStringLiteral("gov")};
    return std::any_of(known.begin(), known.end(), [&](const QString &word) { return folded == word; });
}

/// Whether a sentence ends after word i of [first, last).
bool endsSentence(const Words &words, int first, int last, int i)
{
    if (i + 1 >= last)
        return true;
    if (isClosingSign(words, i) && i > first) {
        // Asked first, so that a long run of closing signs is gone through once.
        if (isClosingSign(words, i + 1))
            return false;
        int stop = i;
        while (stop > first && isClosingSign(words, stop))
            --stop;
        if (!isStop(words, stop))
            return false;
        return words[i + 1].spaceBefore && !words.original(i + 1).front().isLower();
    }
    if (!isStop(words, i) || isClosingSign(words, i + 1) || isStop(words, i + 1))
        return false;
    if (!words[i + 1].spaceBefore)
        return false;
    const QChar next = words.original(i + 1).front();
    if (next.isLower())
        return false;
    if (!words.isSign(i, u'.') || i == first)
        return true;
    // Abbreviations and initials end no sentence, save a company's form before a word that is no name ("Inc. The").
    const auto before = words.folded(i - 1);
    if (before.size() == 1 && words[i - 1].upperStart && i - 1 > first)
        return false;
    if (i - 1 == first && words[first].isWord && before.size() <= 3 && (words[first].hasDigit || before.size() == 1))
        return false; // "12. The"
    if (isAbbreviation(before)) {
        static const QStringList forms = {QStringLiteral("inc"),  QStringLiteral("ltd"), QStringLiteral("co"),
                                          QStringLiteral("corp"), QStringLiteral("u.s"), QStringLiteral("u.k")};
        const bool form = std::any_of(forms.begin(), forms.end(), [&](const QString &f) { return before == f; });
        static const QStringList starters = {QStringLiteral("the"),   QStringLiteral("it"),    QStringLiteral("a"),
                                             QStringLiteral("in"),    QStringLiteral("they"),  QStringLiteral("both"),
                                             QStringLiteral("this"),  QStringLiteral("that"),  QStringLiteral("we"),
                                             QStringLiteral("he"),    QStringLiteral("she"),   QStringLiteral("as"),
                                             QStringLiteral("at"),    QStringLiteral("on"),    QStringLiteral("under"),
                                             QStringLiteral("these"), QStringLiteral("those"), QStringLiteral("no")};
        const auto after = words.folded(i + 1);
        return form && std::any_of(starters.begin(), starters.end(), [&](const QString &s) { return after == s; });
    }
    return true;
}

/// Whether `next` goes on where `line` broke off.
bool runsOn(const Words &words, const Line &line, const Line &next, qsizetype fullWidth)
{
    if (next.afterBlank || next.isItem || line.isRow || next.isRow)
        return false;
    if (words.isSign(line.last - 1, u':'))
        return false;
    const bool stopped = endsWithStop(words, line.first, line.last);
    const QChar begin = words.original(next.first).front();
    const bool full = line.width * 4 >= fullWidth * 3;
    if (next.afterPage)
        return !stopped && (begin.isLower() || (full && line.width >= 40));
    if (stopped)
        return full && line.width >= 40;
    if (begin.isLower())
        return true;
    return full && line.width >= 40;
}

class Cutter {
public:
    explicit Cutter(const Words &words)
        : m_words(words)
    {
    }

    std::vector<Unit> cut()
    {
        const auto lines = linesOf(m_words);
        qsizetype fullWidth = 0;
        {
            std::vector<qsizetype> widths;
            for (const Line &line : lines)
                widths.push_back(line.width);
            if (!widths.empty()) {
                const auto place = widths.begin() + std::ptrdiff_t(widths.size() * 8 / 10);
                std::nth_element(widths.begin(), place, widths.end());
                fullWidth = *place;
            }
        }
        for (size_t i = 0; i < lines.size();) {
            size_t end = i + 1;
            while (end < lines.size() && runsOn(m_words, lines[end - 1], lines[end], fullWidth))
                ++end;
            addBlock(lines[i], lines[end - 1].last, lines[i].afterBlank || lines[i].afterPage);
            i = end;
        }
        return std::move(m_units);
    }

private:
    void addBlock(const Line &start, int last, bool afterBlank)
    {
        const int first = start.first;
        const bool inList = start.isItem || start.isRow;
        if (!inList && afterBlank && !m_units.empty() && !m_words.isSign(m_units.back().last - 1, u':'))
            m_head = -1;
        if (!inList)
            ++m_paragraph;
        const bool stopped = endsWithStop(m_words, first, last);
        UnitKind kind = UnitKind::Sentence;
        if (start.isRow)
            kind = UnitKind::Row;
        else if (start.isItem)
            kind = UnitKind::Item;
        else if (!stopped && last - first <= 14)
            kind = UnitKind::Heading;
        const int before = int(m_units.size());
        if (kind == UnitKind::Row) {
            for (int begin = first; begin < last; begin += longestUnit)
                add(begin, std::min(begin + longestUnit, last), kind);
            if (m_head < 0)
                m_head = before; // the columns' names, or the first row for want of them
            return;
        }
        int begin = first;
        for (int i = first; i < last; ++i) {
            if (endsSentence(m_words, first, last, i) || i - begin >= longestUnit) {
                add(begin, i + 1, kind);
                begin = i + 1;
            }
        }
        if (m_words.isSign(last - 1, u':'))
            m_head = int(m_units.size()) - 1;
        else if (kind == UnitKind::Sentence)
            m_head = -1;
    }

    void add(int first, int last, UnitKind kind)
    {
        Unit unit;
        unit.first = first;
        unit.last = last;
        unit.kind = kind;
        unit.paragraph = m_paragraph;
        if (m_head >= 0 && m_head < int(m_units.size()))
            unit.head = m_head;
        m_units.push_back(unit);
    }

    const Words &m_words;
    std::vector<Unit> m_units;
    int m_head = -1;
    int m_paragraph = -1;
};

} // namespace

std::vector<Unit> cutIntoUnits(const Words &words)
{
    return Cutter(words).cut();
}

} // namespace model::annotate
