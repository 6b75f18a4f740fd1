// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/passage.h"

#include <QStringView>

#include <utility>

namespace model {
namespace {

bool splitsCharacter(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at - 1].isHighSurrogate() && text[at].isLowSurrogate();
}

/// From `start` on the first page to `end` on the next one, without the foot and the head between where there is more.
QString quoteOverBreak(int firstPage, qsizetype start, qsizetype end, const PageTexts &pages)
{
    const QStringView first = pages.at(firstPage);
    const QStringView last = pages.at(firstPage + 1);
    const qsizetype foot = pageBody(firstPage, pages).end;
    const qsizetype head = pageBody(firstPage + 1, pages).start;
    QStringView before = first.sliced(start);
    if (start < foot && foot < first.size()) {
        before = first.sliced(start, foot - start);
        while (!before.isEmpty() && before.back().isSpace())
            before.chop(1);
    }
    QStringView behind = last.first(end);
    if (0 < head && head < end) {
        behind = last.sliced(head, end - head);
        while (!behind.isEmpty() && behind.front().isSpace())
            behind = behind.sliced(1);
    }
    if (before.trimmed().isEmpty() && behind.trimmed().isEmpty()) {
        before = first.sliced(start);
        behind = last.first(end);
    }
    return before.toString() + u'\n' + behind.toString();
}

} // namespace

TextRange Passage::rangeOnPage(int pageIndex, qsizetype pageLength) const
{
    if (pageIndex < firstPage || pageIndex > lastPage)
        return {};
    return {pageIndex == firstPage ? start : 0, pageIndex == lastPage ? end : pageLength};
}

bool Passage::overlaps(const Passage &other) const
{
    return document == other.document && std::pair(firstPage, start) < std::pair(other.lastPage, other.end) &&
           std::pair(other.firstPage, other.start) < std::pair(lastPage, end);
}

bool Passage::isSamePlace(const Passage &other) const
{
    return document == other.document && firstPage == other.firstPage && start == other.start &&
           lastPage == other.lastPage && end == other.end;
}

std::optional<Passage> makePassage(const Sha256 &document, int firstPage, QStringView firstText, qsizetype start,
                                   int lastPage, QStringView lastText, qsizetype end, const PageTexts &near)
{
    const bool onePage = firstPage == lastPage;
    if (firstPage < 0 || (!onePage && lastPage != firstPage + 1) || start < 0 || start > firstText.size() || end < 0 ||
        end > lastText.size() || (onePage && start >= end) || splitsCharacter(firstText, start) ||
        splitsCharacter(lastText, end))
        return std::nullopt;
    QString quote = firstText.mid(start, end - start).toString();
    if (!onePage) {
        PageTexts pages = near;
        pages[firstPage] = firstText;
        pages[lastPage] = lastText;
        quote = quoteOverBreak(firstPage, start, end, pages);
    }
    if (quote.trimmed().isEmpty())
        return std::nullopt;
    // The context may begin or end within a character; what is cut off is left out.
    qsizetype before = qMin(start, Passage::contextLength);
    if (splitsCharacter(firstText, start - before))
        --before;
    qsizetype after = qMin(lastText.size() - end, Passage::contextLength);
    if (splitsCharacter(lastText, end + after))
        --after;
    return Passage{document,
                   firstPage,
                   start,
                   lastPage,
                   end,
                   quote,
                   firstText.mid(start - before, before).toString(),
                   lastText.mid(end, after).toString()};
}

} // namespace model
