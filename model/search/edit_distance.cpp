// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/edit_distance.h"

#include "model/search/word_breaker.h"

#include <QString>

#include <algorithm>
#include <numeric>

namespace model::search {
namespace {

constexpr char32_t lastCodePoint = 0x10FFFF;
/// No word has it: what any letter that is not in the word amounts to.
constexpr char32_t foreignLetter = 0x110000;

QByteArray utf8Of(std::u32string_view text)
{
    return QString::fromUcs4(text.data(), static_cast<qsizetype>(text.size())).toUtf8();
}

} // namespace

FuzzyWord::FuzzyWord(const QByteArray &word, int edits)
    : m_edits(edits)
{
    const std::string_view utf8(word.constData(), static_cast<std::size_t>(word.size()));
    for (std::size_t at = 0; at < utf8.size();)
        m_word.push_back(nextCodePoint(utf8, at));
    m_letters.assign(m_word.begin(), m_word.end());
    std::sort(m_letters.begin(), m_letters.end());
    m_letters.erase(std::unique(m_letters.begin(), m_letters.end()), m_letters.end());
    Row first(m_word.size() + 1);
    std::iota(first.begin(), first.end(), 0);
    m_rows.push_back(std::move(first));
}

FuzzyWord::Step FuzzyWord::take(std::string_view term)
{
    // What it has in common with the term before is worked out already.
    std::size_t at = 0;
    std::size_t depth = 0;
    while (at < term.size()) {
        std::size_t after = at;
        const char32_t letter = nextCodePoint(term, after);
        if (depth < m_term.size() && m_term[depth] == letter) {
            at = after;
            ++depth;
            continue;
        }
        m_term.resize(depth);
        m_rows.resize(depth + 1);
        Row row = nextRow(depth, letter);
        m_term.push_back(letter);
        if (!isAlive(row)) {
            const QByteArray skipTo = skipBehind(depth);
            m_term.resize(depth);
            return {std::nullopt, skipTo};
        }
        m_rows.push_back(std::move(row));
        at = after;
        ++depth;
    }
    m_term.resize(depth);
    m_rows.resize(depth + 1);
    const int edits = m_rows.back().back();
    // The very next term there can be.
    const QByteArray next = QByteArray(term.data(), static_cast<qsizetype>(term.size())) + '\x01';
    return {edits <= m_edits ? std::optional<int>(edits) : std::nullopt, next};
}

/// The row for `letter` behind the first `depth` letters of the term.
FuzzyWord::Row FuzzyWord::nextRow(std::size_t depth, char32_t letter) const
{
    const Row &above = m_rows[depth];
    Row row(above.size());
    row[0] = above[0] + 1;
    for (std::size_t j = 1; j < row.size(); ++j) {
        row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (m_word[j - 1] == letter ? 0 : 1)});
        if (j > 1 && depth > 0 && m_word[j - 2] == letter && m_word[j - 1] == m_term[depth - 1])
            row[j] = std::min(row[j], m_rows[depth - 1][j - 2] + 1);
    }
    return row;
}

/// The least of a row never falls from one row to the next, so a row without a small enough one is a dead end.
bool FuzzyWord::isAlive(const Row &row) const
{
    return *std::min_element(row.begin(), row.end()) <= m_edits;
}

/// The smallest text that begins with the first `depth` letters of the term, has a larger letter behind them than the
/// term has, and may lead to a match; or one with fewer letters in common, when there is none.
QByteArray FuzzyWord::skipBehind(std::size_t depth) const
{
    for (std::size_t common = depth + 1; common-- > 0;) {
        if (const std::optional<char32_t> letter = nextLetter(common, m_term[common]))
            return utf8Of(m_term.substr(0, common) + *letter);
    }
    return {};
}

std::optional<char32_t> FuzzyWord::nextLetter(std::size_t depth, char32_t letter) const
{
    if (isAlive(nextRow(depth, foreignLetter))) {
        if (letter == lastCodePoint)
            return std::nullopt;
        return letter == 0xD7FF ? char32_t(0xE000) : letter + 1;
    }
    for (const char32_t candidate : m_letters)
        if (candidate > letter && isAlive(nextRow(depth, candidate)))
            return candidate;
    return std::nullopt;
}

} // namespace model::search
