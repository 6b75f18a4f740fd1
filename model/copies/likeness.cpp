// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/likeness.h"

#include "model/copies/alignment.h"
#include "model/copies/near_words.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace model::copies {
namespace {

constexpr double leastResemblance = 0.6; ///< three words in four of either
constexpr size_t sameBetween =
    4; ///< fewer equal words than this do not part two differences: it is one rewritten place
constexpr size_t largestHunk = 128; ///< words on a side that are looked at one by one for misread ones

/// Where the texts say other things: what is left when misread words count as equal.
struct Place {
    size_t first = 0; ///< word of the first text that it begins at, and ends before
    size_t firstEnd = 0;
    size_t secondEnd = 0;
    std::vector<size_t> inFirst; ///< the words that differ
    std::vector<size_t> inSecond;
};

class Comparison {
public:
    Comparison(const WordText &first, const WordText &second)
        : m_first(first)
        , m_second(second)
    {
    }

    Likeness run()
    {
        m_same = m_first.words.size();
        for (const Hunk &hunk : differences(m_first.keys(), m_second.keys())) {
            m_same -= hunk.firstEnd - hunk.first;
            look(hunk);
        }
        const size_t all = m_first.words.size() + m_second.words.size() - m_same;
        Likeness result{all > 0 ? static_cast<double>(m_same) / static_cast<double>(all) : 0, false};
        result.isCopy = result.resemblance >= leastResemblance && !isOtherForm();
        return result;
    }

private:
    /// Pairs off misread words, and notes what else differs.
    void look(const Hunk &hunk)
    {
        const size_t rows = hunk.firstEnd - hunk.first;
        const size_t columns = hunk.secondEnd - hunk.second;
        if (rows > 0 && columns > 0 && isOneMisread(hunk)) {
            m_same += std::min(rows, columns);
            m_misread += std::max(rows, columns);
            return;
        }
        if (rows == 0 || columns == 0 || rows > largestHunk || columns > largestHunk) {
            note(hunk, std::vector<bool>(rows, false), std::vector<bool>(columns, false));
            return;
        }
        std::vector<QString> first;
        std::vector<QString> second;
        for (size_t word = hunk.first; word < hunk.firstEnd; ++word)
            first.push_back(m_first.folded(word));
        for (size_t word = hunk.second; word < hunk.secondEnd; ++word)
            second.push_back(m_second.folded(word));
        // A longest common subsequence, of words that are near.
        const size_t width = columns + 1;
        std::vector<size_t> table((rows + 1) * width, 0);
        std::vector<bool> near(rows * columns);
        for (size_t row = rows; row-- > 0;) {
            for (size_t column = columns; column-- > 0;) {
                const bool isNear = areNear(first[row], second[column]);
                near[row * columns + column] = isNear;
                table[row * width + column] =
                    isNear ? table[(row + 1) * width + column + 1] + 1
                           : std::max(table[(row + 1) * width + column], table[row * width + column + 1]);
            }
        }
        std::vector<bool> isSameInFirst(rows, false);
        std::vector<bool> isSameInSecond(columns, false);
        for (size_t row = 0, column = 0; row < rows && column < columns;) {
            if (near[row * columns + column]) {
                ++m_same;
                ++m_misread;
                isSameInFirst[row++] = true;
                isSameInSecond[column++] = true;
            } else if (table[(row + 1) * width + column] >= table[row * width + column + 1])
                ++row;
            else
                ++column;
        }
        note(hunk, isSameInFirst, isSameInSecond);
    }

    /// A word that was read as two, or two as one.
    bool isOneMisread(const Hunk &hunk) const
    {
        const size_t words = hunk.firstEnd - hunk.first + hunk.secondEnd - hunk.second;
        if (words > 6)
            return false;
        QString first;
        QString second;
        for (size_t word = hunk.first; word < hunk.firstEnd; ++word)
            first += m_first.folded(word);
        for (size_t word = hunk.second; word < hunk.secondEnd; ++word)
            second += m_second.folded(word);
        return areNear(first, second);
    }

    void note(const Hunk &hunk, const std::vector<bool> &isSameInFirst, const std::vector<bool> &isSameInSecond)
    {
        Place place{hunk.first, hunk.firstEnd, hunk.secondEnd, {}, {}};
        for (size_t i = 0; i < isSameInFirst.size(); ++i) {
            if (!isSameInFirst[i])
                place.inFirst.push_back(hunk.first + i);
        }
        for (size_t i = 0; i < isSameInSecond.size(); ++i) {
            if (!isSameInSecond[i])
                place.inSecond.push_back(hunk.second + i);
        }
        if (place.inFirst.empty() && place.inSecond.empty())
            return;
        const bool goesOn = !m_places.empty() && hunk.first < m_places.back().firstEnd + sameBetween;
        if (!goesOn) {
            m_places.push_back(std::move(place));
            return;
        }
        Place &last = m_places.back();
        last.firstEnd = place.firstEnd;
        last.secondEnd = place.secondEnd;
        last.inFirst.insert(last.inFirst.end(), place.inFirst.begin(), place.inFirst.end());
        last.inSecond.insert(last.inSecond.end(), place.inSecond.begin(), place.inSecond.end());
    }

    struct Facts {
        bool areMost = false; ///< names and figures are at least half of the words
        bool hasName = false;
        QString words;
    };
    static Facts factsOf(const WordText &text, const std::vector<size_t> &words)
    {
        Facts facts;
        size_t count = 0;
        for (const size_t word : words) {
            const ComparedWord &one = text.words[word];
            if (!one.isFigure && !one.isName)
                continue;
            ++count;
            facts.hasName = facts.hasName || one.isName;
            facts.words += text.folded(word) + u' ';
        }
        facts.areMost = count > 0 && count * 2 >= words.size();
        return facts;
    }

    /// Whether names and figures stand for others at so many places, so far from each other, that it is another paper
    /// made from the same form. What a scan misreads among figures makes more such places.
    bool isOtherForm() const
    {
        std::set<std::pair<QString, QString>> figures;
        std::multiset<std::pair<QString, QString>> names;
        size_t begin = m_first.words.size();
        size_t end = 0;
        for (const Place &place : m_places) {
            const Facts first = factsOf(m_first, place.inFirst);
            const Facts second = factsOf(m_second, place.inSecond);
            if (!first.areMost || !second.areMost)
                continue;
            const auto change = std::pair(first.words, second.words);
            if (first.hasName && second.hasName) {
                if (names.count(change) < 2)
                    names.insert(change);
            } else
                figures.insert(change);
            begin = std::min(begin, place.first);
            end = std::max(end, place.firstEnd);
        }
        const size_t weight = figures.size() + 2 * names.size();
        const bool isSpread = begin < end && (end - begin) * 4 >= m_first.words.size();
        return isSpread && weight >= 3 + m_misread / 10;
    }

    const WordText &m_first;
    const WordText &m_second;
    std::vector<Place> m_places;
    size_t m_same = 0;    ///< words both have
    size_t m_misread = 0; ///< of them, how many are not quite the same
};

} // namespace

Likeness likeness(const WordText &first, const WordText &second)
{
    return Comparison(first, second).run();
}

} // namespace model::copies
