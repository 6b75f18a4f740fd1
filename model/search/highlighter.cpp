// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/highlighter.h"

#include "model/search/match_expression.h"

#include <algorithm>
#include <tuple>

namespace model::search {

/// A word or a phrase that was found.
struct Highlighter::Found {
    int position = 0;     ///< of its first word
    int lastPosition = 0; ///< of its last word
    std::size_t start = 0;
    std::size_t end = 0;
    char firstSide = 0; ///< at a joint: the sides that its words stand on
    char lastSide = 0;
    bool across = false;

    bool isCrossing() const { return across || firstSide != lastSide; }
};

/// Notes at which positions the words of the query are.
class Highlighter::Collector final : public TokenSink {
public:
    explicit Collector(const Highlighter &highlighter)
        : m_highlighter(highlighter)
        , found(static_cast<std::size_t>(highlighter.m_termCount))
    {
    }
    bool take(const Token &token) override
    {
        // No copy: the look-up ends before the token does.
        note(QByteArray::fromRawData(token.text.data(), static_cast<qsizetype>(token.text.size())), token.opensPosition,
             token.start, token.end, 0);
        return true;
    }
    void note(const QByteArray &word, bool opensPosition, std::size_t start, std::size_t end, char side)
    {
        m_position += opensPosition ? 1 : 0;
        m_highlighter.forTerms(word, [&](int term) {
            found[static_cast<std::size_t>(term)].push_back(
                {m_position, m_position, start, end, side, side, side == acrossBreak});
        });
    }

private:
    const Highlighter &m_highlighter;
    int m_position = -1;

public:
    FoundWords found;
};

Highlighter::Highlighter(const std::vector<TextMatch> &matches)
{
    for (const TextMatch &match : matches) {
        NumberedMatch numbered;
        numbered.distance = match.distance;
        for (const std::vector<Sequence> &item : match.items) {
            std::vector<std::vector<int>> sequences;
            for (const Sequence &sequence : item) {
                std::vector<int> numbers;
                for (const Term &term : sequence)
                    numbers.push_back(numberOf(term));
                sequences.push_back(std::move(numbers));
            }
            numbered.items.push_back(std::move(sequences));
        }
        m_matches.push_back(std::move(numbered));
    }
}

int Highlighter::numberOf(const Term &term)
{
    if (!term.prefix) {
        const auto known = m_words.constFind(term.word);
        return known != m_words.constEnd() ? *known : *m_words.insert(term.word, m_termCount++);
    }
    m_prefixes.emplace_back(term.word, m_termCount);
    return m_termCount++;
}

void Highlighter::forTerms(const QByteArray &word, const std::function<void(int)> &use) const
{
    const auto exact = m_words.constFind(word);
    if (exact != m_words.constEnd())
        use(*exact);
    for (const auto &[prefix, term] : m_prefixes)
        if (word.startsWith(prefix))
            use(term);
}

/// Where one of these sequences stands, in the order of positions.
std::vector<Highlighter::Found> Highlighter::placesOf(const std::vector<std::vector<int>> &sequences,
                                                      const FoundWords &words) const
{
    std::vector<Found> places;
    for (const std::vector<int> &sequence : sequences) {
        for (Found place : words[static_cast<std::size_t>(sequence.front())]) {
            bool whole = true;
            for (std::size_t i = 1; i < sequence.size() && whole; ++i) {
                const std::vector<Found> &next = words[static_cast<std::size_t>(sequence[i])];
                const auto at =
                    std::lower_bound(next.begin(), next.end(), place.lastPosition + 1,
                                     [](const Found &word, int position) { return word.position < position; });
                whole = at != next.end() && at->position == place.lastPosition + 1;
                if (!whole)
                    break;
                place.lastPosition = at->position;
                place.end = at->end;
                place.lastSide = at->lastSide;
                place.across = place.across || at->across;
            }
            if (whole)
                places.push_back(place);
        }
    }
    std::sort(places.begin(), places.end(), [](const Found &a, const Found &b) {
        return std::tie(a.position, a.start) < std::tie(b.position, b.start);
    });
    return places;
}

/// Each way the items of a match stand near each other: one place for each item. With one item: each of its places.
std::vector<std::vector<Highlighter::Found>> Highlighter::groupsOf(const NumberedMatch &match,
                                                                   const FoundWords &words) const
{
    std::vector<std::vector<Found>> places;
    for (const std::vector<std::vector<int>> &item : match.items)
        places.push_back(placesOf(item, words));
    std::vector<std::vector<Found>> groups;
    if (places.size() == 1) {
        for (const Found &place : places.front())
            groups.push_back({place});
        return groups;
    }
    // As FTS5 counts: of all items but the last one, at most `distance` words lie between its end and the last one's
    // start.
    for (std::size_t last = 0; last < places.size(); ++last) {
        for (const Found &end : places[last]) {
            std::vector<Found> group = {end};
            for (std::size_t item = 0; item < places.size(); ++item) {
                if (item == last)
                    continue;
                const auto fits = std::find_if(places[item].rbegin(), places[item].rend(), [&](const Found &place) {
                    return place.position <= end.position && place.lastPosition + match.distance + 1 >= end.position;
                });
                if (fits == places[item].rend())
                    break;
                group.push_back(*fits);
            }
            if (group.size() == places.size())
                groups.push_back(std::move(group));
        }
    }
    return groups;
}

std::vector<TextRange> Highlighter::find(const QByteArray &page, WordBreaker &breaker) const
{
    Collector collector(*this);
    breaker.breakText({page.constData(), static_cast<std::size_t>(page.size())}, collector);
    std::vector<TextRange> ranges;
    const std::vector<qsizetype> units = unitsOfBytes(page);
    for (const NumberedMatch &match : m_matches)
        for (const std::vector<Found> &group : groupsOf(match, collector.found))
            for (const Found &place : group)
                ranges.push_back({units[place.start], units[std::max(place.start, place.end)]});
    std::sort(ranges.begin(), ranges.end(), [](const TextRange &a, const TextRange &b) {
        return std::tie(a.start, a.end) < std::tie(b.start, b.end);
    });
    std::vector<TextRange> merged;
    for (const TextRange &range : ranges) {
        if (!merged.empty() && range.start < merged.back().end)
            merged.back().end = std::max(merged.back().end, range.end);
        else
            merged.push_back(range);
    }
    return merged;
}

std::optional<Highlighter::Crossing> Highlighter::findCrossing(const PageBody &page, const PageBody &next,
                                                               WordBreaker &breaker) const
{
    Collector collector(*this);
    std::size_t nextStart = next.start;
    for (const JointWord &word : jointWords(page, next, breaker)) {
        if (word.side == behindBreak && nextStart == next.start)
            nextStart = word.end;
        collector.note(word.word, word.opensPosition, word.start, word.end, word.side);
    }
    std::optional<Crossing> first;
    for (const NumberedMatch &match : m_matches) {
        for (const std::vector<Found> &group : groupsOf(match, collector.found)) {
            Crossing crossing{page.end, nextStart};
            bool before = false;
            bool behind = false;
            for (const Found &place : group) {
                before = before || place.firstSide != behindBreak;
                behind = behind || place.lastSide != beforeBreak || place.across;
                if (place.firstSide != behindBreak)
                    crossing.start = std::min(crossing.start, place.start);
                if (place.lastSide == behindBreak)
                    crossing.end = std::max(crossing.end, place.end);
            }
            if (before && behind && (!first || crossing.start < first->start))
                first = crossing;
        }
    }
    return first;
}

std::vector<qsizetype> unitsOfBytes(const QByteArray &utf8)
{
    std::vector<qsizetype> units(static_cast<std::size_t>(utf8.size()) + 1);
    qsizetype unit = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        units[static_cast<std::size_t>(i)] = unit;
        // The unit counts on at the last byte of a character: then its first byte has its start.
        const bool last = i + 1 == utf8.size() || (static_cast<unsigned char>(utf8[i + 1]) & 0xC0) != 0x80;
        if (byte >= 0xF0)
            unit += 1; // the first half of a surrogate pair; the second comes with the last byte
        if (last)
            unit += 1;
    }
    units.back() = unit;
    return units;
}

} // namespace model::search
