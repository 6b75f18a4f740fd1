// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/snippet.h"

#include <algorithm>

namespace model::search {
namespace {

constexpr qsizetype lead = 80;    ///< units in front of the first match
constexpr qsizetype length = 240; ///< units of the page in all
constexpr qsizetype nudge = 24;   ///< so far a cut may move to a blank

qsizetype cutNear(const QString &page, qsizetype at, qsizetype step)
{
    if (at <= 0 || at >= page.size())
        return std::clamp<qsizetype>(at, 0, page.size());
    for (qsizetype moved = 0, here = at; moved < nudge && here > 0 && here < page.size(); ++moved, here += step)
        if (page[here].isSpace())
            return here;
    // No blank near, as in Chinese: anywhere but inside of a character.
    return page[at].isLowSurrogate() ? at - 1 : at;
}

} // namespace

Snippet makeSnippet(const QString &page, const std::vector<TextRange> &ranges)
{
    const qsizetype match = ranges.empty() ? 0 : ranges.front().start;
    const qsizetype from = match <= lead ? 0 : std::min(cutNear(page, match - lead, 1), match);
    const qsizetype to = std::max(cutNear(page, from + length, -1), from);
    Snippet snippet;
    std::vector<qsizetype> folded(static_cast<std::size_t>(to - from) + 1); // unit of the page -> of the snippet
    for (qsizetype i = from; i < to; ++i) {
        const bool blank = page[i].isSpace();
        folded[static_cast<std::size_t>(i - from)] = snippet.text.size();
        if (!blank)
            snippet.text += page[i];
        else if (!snippet.text.isEmpty() && !snippet.text.endsWith(u' '))
            snippet.text += u' ';
    }
    folded.back() = snippet.text.size();
    for (const TextRange &range : ranges) {
        const qsizetype start = std::max(range.start, from);
        const qsizetype end = std::min(range.end, to);
        if (start < end)
            snippet.marks.push_back(
                {folded[static_cast<std::size_t>(start - from)], folded[static_cast<std::size_t>(end - from)]});
    }
    while (snippet.text.endsWith(u' '))
        snippet.text.chop(1);
    for (TextRange &mark : snippet.marks)
        mark = {std::min(mark.start, snippet.text.size()), std::min(mark.end, snippet.text.size())};
    if (to < page.size())
        snippet.text += u'…';
    if (from > 0) {
        snippet.text.prepend(u'…');
        for (TextRange &mark : snippet.marks)
            mark = {mark.start + 1, mark.end + 1};
    }
    return snippet;
}

} // namespace model::search
