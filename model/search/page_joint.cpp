// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/page_joint.h"

#include "model/search/match_expression.h"

#include <QByteArrayList>

#include <algorithm>
#include <optional>
#include <utility>

namespace model::search {
namespace {

constexpr int edgeLines = 3;
/// Enough for wordsAtJoint words of most scripts.
constexpr std::size_t edgeBytes = 512;
/// Chinese and Japanese words have many pieces.
constexpr std::size_t maxPairs = 64;

struct Line {
    std::size_t start = 0;
    std::size_t end = 0;
    QByteArray key; ///< equal for lines that differ in a page number only
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool isRomanNumber(const QByteArray &word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return QByteArrayView("ivxlcdm").contains(c); });
}

QByteArray lineKey(const QByteArray &line)
{
    QByteArrayList words = line.simplified().toLower().split(' ');
    for (QByteArray &word : words) {
        if (isRomanNumber(word)) {
            word = "#";
            continue;
        }
        QByteArray key;
        for (const char c : std::as_const(word))
            if (c < '0' || c > '9')
                key += c;
            else if (!key.endsWith('#'))
                key += '#';
        word = key;
    }
    return words.join(' ');
}

std::optional<Line> lineFrom(const QByteArray &text, qsizetype start, qsizetype end)
{
    const QByteArray line = text.mid(start, end - start);
    if (std::all_of(line.begin(), line.end(), isSpace))
        return std::nullopt;
    return Line{static_cast<std::size_t>(start), static_cast<std::size_t>(end), lineKey(line)};
}

std::vector<Line> topLines(const QByteArray &text)
{
    std::vector<Line> lines;
    for (qsizetype start = 0; start < text.size() && lines.size() < edgeLines;) {
        qsizetype end = text.indexOf('\n', start);
        end = end < 0 ? text.size() : end;
        if (const std::optional<Line> line = lineFrom(text, start, end))
            lines.push_back(*line);
        start = end + 1;
    }
    return lines;
}

/// The last one first.
std::vector<Line> bottomLines(const QByteArray &text)
{
    std::vector<Line> lines;
    for (qsizetype end = text.size(); end > 0 && lines.size() < edgeLines;) {
        const qsizetype start = text.lastIndexOf('\n', end - 1) + 1;
        if (const std::optional<Line> line = lineFrom(text, start, end))
            lines.push_back(*line);
        end = start - 1;
    }
    return lines;
}

bool hasKey(const std::vector<Line> &lines, const QByteArray &key)
{
    return std::any_of(lines.begin(), lines.end(), [&key](const Line &line) { return line.key == key; });
}

class Words final : public TokenSink {
public:
    Words(char side, std::size_t shift)
        : m_side(side)
        , m_shift(shift)
    {
    }
    bool take(const Token &token) override
    {
        words.push_back({QByteArray(token.text.data(), static_cast<qsizetype>(token.text.size())), m_side,
                         token.opensPosition, token.start + m_shift, token.end + m_shift});
        positions += token.opensPosition ? 1 : 0;
        return true;
    }
    std::vector<JointWord> words;
    int positions = 0;

private:
    char m_side;
    std::size_t m_shift;
};

std::string_view viewOf(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::vector<JointWord> lastWords(const PageBody &page, WordBreaker &breaker)
{
    const std::string_view text = viewOf(page.text);
    std::size_t start = page.end - page.start > edgeBytes ? page.end - edgeBytes : page.start;
    if (start > page.start) {
        // Not from the middle of a word, where there are blanks.
        const std::size_t blank = text.find_first_of(" \n", start);
        if (blank < page.end)
            start = blank;
        while (start < page.end && isContinuation(text[start]))
            ++start;
    }
    Words words(beforeBreak, start);
    breaker.breakText(text.substr(start, page.end - start), words);
    std::size_t first = 0;
    for (int surplus = words.positions - wordsAtJoint; first < words.words.size(); ++first)
        if (words.words[first].opensPosition && surplus-- <= 0)
            break;
    return {words.words.begin() + static_cast<std::ptrdiff_t>(first), words.words.end()};
}

std::vector<JointWord> firstWords(const PageBody &page, WordBreaker &breaker)
{
    const std::string_view text = viewOf(page.text);
    std::size_t end = page.end - page.start > edgeBytes ? page.start + edgeBytes : page.end;
    if (end < page.end) {
        const std::size_t blank = text.find_last_of(" \n", end);
        if (blank != std::string_view::npos && blank > page.start)
            end = blank;
        while (end > page.start && isContinuation(text[end]))
            --end;
    }
    Words words(behindBreak, page.start);
    breaker.breakText(text.substr(page.start, end - page.start), words);
    int positions = 0;
    const auto surplus = std::find_if(words.words.begin(), words.words.end(), [&positions](const JointWord &word) {
        return word.opensPosition && ++positions > wordsAtJoint;
    });
    words.words.erase(surplus, words.words.end());
    return std::move(words.words);
}

class JoinedWord final : public TokenSink {
public:
    bool take(const Token &token) override
    {
        if (token.kind == TokenKind::Joined)
            word = QByteArray(token.text.data(), static_cast<qsizetype>(token.text.size()));
        return true;
    }
    QByteArray word;
};

/// The word that is hyphenated over the break; empty when there is none.
QByteArray wordAcross(const PageBody &page, const JointWord &last, const PageBody &next, const JointWord &first,
                      WordBreaker &breaker)
{
    QByteArray text = page.text.mid(static_cast<qsizetype>(last.start), static_cast<qsizetype>(page.end - last.start));
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    const QByteArray before =
        next.text.mid(static_cast<qsizetype>(next.start), static_cast<qsizetype>(first.start - next.start));
    if (!std::all_of(before.begin(), before.end(), isSpace))
        return {};
    text += '\n' + next.text.mid(static_cast<qsizetype>(first.start), static_cast<qsizetype>(first.end - first.start));
    JoinedWord joined;
    breaker.breakText(viewOf(text), joined);
    return joined.word;
}

/// Each word at the last position before `behind` with each at the position that `behind` opens, up to maxPairs.
std::vector<std::pair<QByteArray, QByteArray>> pairsAt(const std::vector<JointWord> &words,
                                                       std::vector<JointWord>::const_iterator behind)
{
    std::vector<std::pair<QByteArray, QByteArray>> pairs;
    for (auto last = behind; last != words.begin();) {
        --last;
        for (auto first = behind; first != words.end() && (first == behind || !first->opensPosition); ++first)
            if (pairs.size() < maxPairs)
                pairs.emplace_back(last->word, first->word);
        if (last->opensPosition)
            break;
    }
    return pairs;
}

} // namespace

PageBody bodyOf(const QByteArray &page, const std::vector<QByteArray> &neighbours)
{
    std::vector<Line> tops;
    std::vector<Line> bottoms;
    for (const QByteArray &neighbour : neighbours) {
        const std::vector<Line> top = topLines(neighbour);
        const std::vector<Line> bottom = bottomLines(neighbour);
        tops.insert(tops.end(), top.begin(), top.end());
        bottoms.insert(bottoms.end(), bottom.begin(), bottom.end());
    }
    PageBody body{page, 0, static_cast<std::size_t>(page.size())};
    for (const Line &line : topLines(page)) {
        if (!hasKey(tops, line.key))
            break;
        body.start = line.end;
    }
    for (const Line &line : bottomLines(page)) {
        if (!hasKey(bottoms, line.key))
            break;
        body.end = line.start;
    }
    if (body.start >= body.end)
        return {page, 0, static_cast<std::size_t>(page.size())};
    return body;
}

PageBody bodyAmong(const std::vector<QByteArray> &pages, std::size_t index)
{
    std::vector<QByteArray> neighbours;
    for (std::size_t i = index < 2 ? 0 : index - 2; i < std::min(index + 3, pages.size()); ++i)
        if (i != index)
            neighbours.push_back(pages[i]);
    return bodyOf(pages[index], neighbours);
}

std::vector<JointWord> jointWords(const PageBody &page, const PageBody &next, WordBreaker &breaker)
{
    std::vector<JointWord> words = lastWords(page, breaker);
    std::vector<JointWord> behind = firstWords(next, breaker);
    if (words.empty() || behind.empty())
        return {};
    const auto last =
        std::find_if(words.rbegin(), words.rend(), [](const JointWord &word) { return word.opensPosition; });
    // The part behind a hyphen at a line end opens no position; it is the last word all the same.
    const JointWord &lastPart = words.back().start > last->start ? words.back() : *last;
    const QByteArray across = wordAcross(page, lastPart, next, behind.front(), breaker);
    if (!across.isEmpty()) {
        words.push_back({across, acrossBreak, false, lastPart.start, lastPart.end});
        behind.front().opensPosition = false;
    }
    words.insert(words.end(), std::make_move_iterator(behind.begin()), std::make_move_iterator(behind.end()));
    return words;
}

QByteArray jointText(const std::vector<JointWord> &words)
{
    QByteArray text;
    const auto add = [&text](bool opensPosition, char side, const QByteArray &word) {
        if (!text.isEmpty())
            text += ' ';
        if (!opensPosition)
            text += jointSamePosition;
        text += side;
        text += word;
    };
    const auto behind =
        std::find_if(words.begin(), words.end(), [](const JointWord &word) { return word.side == behindBreak; });
    for (auto word = words.begin(); word != words.end(); ++word) {
        // A word hyphenated over the break leaves no pair: its parts stand at one position.
        if (word == behind && word->opensPosition)
            for (const auto &[last, first] : pairsAt(words, behind))
                add(false, pairAtBreak, last + pairMiddle + first);
        add(word->opensPosition, word->side, word->word);
    }
    return text;
}

} // namespace model::search
