// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/furniture.h"

#include "model/domain/page_body.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace model::annotate {
namespace {

constexpr size_t linesAtEdge = 3; ///< at the top of a page and at its foot

struct Line {
    qsizetype start = 0;
    qsizetype end = 0;
    int page = 0;
};

/// On how many of the pages a line must stand. A heading may come twice in a longer text.
int fewestPages(qsizetype pages)
{
    return static_cast<int>(std::clamp<qsizetype>(pages / 3, 2, 5));
}

/// The lines with something on them that stand at the edges of pages.
std::vector<Line> edgeLines(QStringView text)
{
    std::vector<Line> edges;
    int page = 0;
    for (qsizetype start = 0; start <= text.size(); ++page) {
        const qsizetype found = text.indexOf(u'\f', start);
        const qsizetype end = found < 0 ? text.size() : found;
        std::vector<Line> lines;
        for (qsizetype at = start; at < end;) {
            const qsizetype length = text.sliced(at, end - at).indexOf(u'\n');
            const qsizetype lineEnd = length < 0 ? end : at + length;
            if (!text.sliced(at, lineEnd - at).trimmed().isEmpty())
                lines.push_back({at, lineEnd, page});
            at = lineEnd + 1;
        }
        for (size_t i = 0; i < lines.size(); ++i) {
            if (i < linesAtEdge || i + linesAtEdge >= lines.size())
                edges.push_back(lines[i]);
        }
        start = end + 1;
    }
    return edges;
}

/// The same for lines that differ in their numbers only. Empty for a line without any letter.
QString gistOf(QStringView line)
{
    QString gist;
    bool hasLetter = false;
    for (const QChar c : line) {
        if (c.isSpace())
            continue;
        hasLetter = hasLetter || c.isLetter();
        if (c.isDigit() && gist.endsWith(u'0'))
            continue;
        gist += c.isDigit() ? u'0' : c;
    }
    return hasLetter ? gist : QString();
}

} // namespace

QString withoutFurniture(QStringView text)
{
    QString result = text.toString();
    if (!text.contains(u'\f'))
        return result;
    const std::vector<Line> lines = edgeLines(text);
    struct Seen {
        int pages = 0;
        int lastPage = -1;
    };
    QHash<QString, Seen> seen;
    std::vector<QString> gists;
    for (const Line &line : lines) {
        gists.push_back(gistOf(text.sliced(line.start, line.end - line.start)));
        Seen &here = seen[gists.back()];
        here.pages += here.lastPage != line.page;
        here.lastPage = line.page;
    }
    const int fewest = fewestPages(text.count(u'\f') + 1);
    for (size_t i = 0; i < lines.size(); ++i) {
        if (!gists[i].isEmpty() && seen[gists[i]].pages >= fewest)
            std::fill(result.begin() + lines[i].start, result.begin() + lines[i].end, u' ');
    }
    return result;
}

QString withoutPageNumbers(QStringView text)
{
    QString result = text.toString();
    PageTexts pages;
    for (qsizetype start = 0; start <= text.size();) {
        const qsizetype found = text.indexOf(u'\f', start);
        const qsizetype end = found < 0 ? text.size() : found;
        pages.emplace_hint(pages.end(), static_cast<int>(pages.size()), text.sliced(start, end - start));
        start = end + 1;
    }
    for (const auto &[index, page] : pages) {
        const TextRange body = pageBody(index, pages);
        const auto begin = result.begin() + (page.data() - text.data());
        std::fill(begin, begin + body.start, u' ');
        std::fill(begin + body.end, begin + page.size(), u' ');
    }
    return result;
}

} // namespace model::annotate
