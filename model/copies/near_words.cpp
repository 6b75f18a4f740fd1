// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/near_words.h"

#include <algorithm>
#include <array>

namespace model::copies {
namespace {

constexpr qsizetype longest = 64; ///< longer words are near only when they are the same

/// One character for all that look alike in print.
QChar look(QChar c)
{
    switch (c.unicode()) {
    case u'0':
        return u'o';
    case u'1':
    case u'i':
    case u'|':
        return u'l';
    case u'5':
        return u's';
    case u'8':
        return u'b';
    case u'6':
        return u'g';
    case u'2':
        return u'z';
    default:
        return c;
    }
}

/// With the pairs of letters that run into one.
QString looks(QStringView word)
{
    QString result;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar next = i + 1 < word.size() ? word.at(i + 1) : QChar();
        if (word.at(i) == u'r' && next == u'n') {
            result += u'm';
            ++i;
        } else
            result += look(word.at(i));
    }
    return result;
}

/// Levenshtein; more than `most` counts as most + 1.
int edits(QStringView first, QStringView second, int most)
{
    if (std::abs(first.size() - second.size()) > most)
        return most + 1;
    std::array<int, longest + 1> row;
    for (qsizetype j = 0; j <= second.size(); ++j)
        row[static_cast<size_t>(j)] = static_cast<int>(j);
    for (qsizetype i = 1; i <= first.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (qsizetype j = 1; j <= second.size(); ++j) {
            int &here = row[static_cast<size_t>(j)];
            const int replaced = diagonal + (first.at(i - 1) == second.at(j - 1) ? 0 : 1);
            diagonal = here;
            here = std::min({replaced, here + 1, row[static_cast<size_t>(j) - 1] + 1});
            least = std::min(least, here);
        }
        if (least > most)
            return most + 1;
    }
    return std::min(row[static_cast<size_t>(second.size())], most + 1);
}

bool hasLetter(QStringView word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
}

bool hasDigit(QStringView word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

bool areNear(QStringView first, QStringView second)
{
    if (first == second)
        return true;
    if (first.size() > longest || second.size() > longest)
        return false;
    const QString one = looks(first);
    const QString other = looks(second);
    if (one == other)
        return true;
    const auto letters = std::max(one.size(), other.size());
    if (hasDigit(first) && hasDigit(second)) {
        // Two sums of as many digits are two sums. A stroke that came in, or a digit that was lost, is a misreading.
        const bool isMisread = first.size() != second.size() || hasLetter(first) || hasLetter(second);
        return letters >= 4 && isMisread && edits(one, other, 1) <= 1;
    }
    const int most = letters < 3 ? 0 : letters < 5 ? 1 : static_cast<int>(letters / 4) + 1;
    return edits(one, other, most) <= most;
}

} // namespace model::copies
