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

std::optional<Passage> makePassage(const Sha256 &document, int firstPage, QStringView firstText, qsizetype start,
                                   int lastPage, QStringView lastText, qsizetype end)
{
    const bool onePage = firstPage == lastPage;
    if (firstPage < 0 || (!onePage && lastPage != firstPage + 1) || start < 0 || start > firstText.size() || end < 0 ||
        end > lastText.size() || (onePage && start >= end) || splitsCharacter(firstText, start) ||
        splitsCharacter(lastText, end))
        return std::nullopt;
    const QString quote = onePage ? firstText.mid(start, end - start).toString()
                                  : firstText.mid(start).toString() + u'\n' + lastText.left(end).toString();
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
