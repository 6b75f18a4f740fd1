// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/page_body.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace model {
namespace {

constexpr size_t linesAtEdge = 3;

/// The first lines of a page with something on them, from the top.
std::vector<TextRange> topLines(QStringView text)
{
    std::vector<TextRange> lines;
    for (qsizetype start = 0; start < text.size() && lines.size() < linesAtEdge;) {
        const qsizetype found = text.indexOf(u'\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        if (!text.sliced(start, end - start).trimmed().isEmpty())
            lines.push_back({start, end});
        start = end + 1;
    }
    return lines;
}

/// The last ones, from the foot.
std::vector<TextRange> bottomLines(QStringView text)
{
    std::vector<TextRange> lines;
    for (qsizetype end = text.size(); end > 0 && lines.size() < linesAtEdge;) {
        const qsizetype start = text.first(end).lastIndexOf(u'\n') + 1;
        if (!text.sliced(start, end - start).trimmed().isEmpty())
            lines.push_back({start, end});
        end = start - 1;
    }
    return lines;
}

/// Takes a number, or what stands before the next one, from the front of a text. White space counts for nothing.
QString takeRun(QStringView &text)
{
    QString run;
    bool isNumber = false;
    while (!text.isEmpty()) {
        const QChar c = text.front();
        if (!c.isSpace()) {
            if (run.isEmpty())
                isNumber = c.isDigit();
            else if (c.isDigit() != isNumber)
                break;
            run += c;
        } else if (isNumber) {
            break;
        }
        text = text.sliced(1);
    }
    return run;
}

/// Whether two lines `distance` pages apart are the same but for numbers that have grown by that much.
bool isSameLine(QStringView line, QStringView other, int distance)
{
    while (!line.isEmpty() || !other.isEmpty()) {
        const QString run = takeRun(line);
        const QString otherRun = takeRun(other);
        if (run == otherRun)
            continue;
        bool isNumber = false;
        bool isOtherNumber = false;
        const qlonglong number = run.toLongLong(&isNumber);
        const qlonglong otherNumber = otherRun.toLongLong(&isOtherNumber);
        if (!isNumber || !isOtherNumber || otherNumber - number != distance)
            return false;
    }
    return true;
}

} // namespace

TextRange pageBody(int pageIndex, const PageTexts &pages)
{
    const auto own = pages.find(pageIndex);
    if (own == pages.end())
        return {};
    const QStringView text = own->second;
    const auto first = pages.lower_bound(pageIndex - pagesNear);
    const auto last = pages.upper_bound(pageIndex + pagesNear);
    const auto needed = std::distance(first, last) > 3 ? 2 : 1;
    const auto runningLines = [&](const auto &edgeLines) {
        std::vector<TextRange> lines = edgeLines(text);
        std::vector<int> pagesWith(lines.size(), 0);
        for (auto near = first; near != last; ++near) {
            const std::vector<TextRange> there = near == own ? std::vector<TextRange>() : edgeLines(near->second);
            for (size_t i = 0; i < std::min(lines.size(), there.size()); ++i) {
                pagesWith[i] +=
                    isSameLine(text.sliced(lines[i].start, lines[i].length()),
                               near->second.sliced(there[i].start, there[i].length()), near->first - pageIndex);
            }
        }
        const auto ours = std::find_if(pagesWith.begin(), pagesWith.end(), [&](int count) { return count < needed; });
        lines.resize(size_t(ours - pagesWith.begin()));
        return lines;
    };
    const std::vector<TextRange> head = runningLines(topLines);
    const std::vector<TextRange> foot = runningLines(bottomLines);
    const TextRange body{head.empty() ? 0 : head.back().end, foot.empty() ? text.size() : foot.back().start};
    const bool isBlank = body.isEmpty() || text.sliced(body.start, body.length()).trimmed().isEmpty();
    return isBlank ? TextRange{0, text.size()} : body;
}

} // namespace model
