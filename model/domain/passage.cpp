// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/passage.h"

#include <QStringView>

namespace model {

TextRange Passage::rangeOnPage(int pageIndex, qsizetype pageLength) const
{
    if (pageIndex < firstPage || pageIndex > lastPage)
        return {};
    return {pageIndex == firstPage ? start : 0, pageIndex == lastPage ? end : pageLength};
}

std::optional<Passage> makePassage(const Sha256 &document, int firstPage, QStringView firstText, qsizetype start,
                                   int lastPage, QStringView lastText, qsizetype end)
{
    const bool onePage = firstPage == lastPage;
    if (firstPage < 0 || (!onePage && lastPage != firstPage + 1) || start < 0 || start > firstText.size() || end < 0 ||
        end > lastText.size() || (onePage && start >= end))
        return std::nullopt;
    const QString quote = onePage ? firstText.mid(start, end - start).toString()
                                  : firstText.mid(start).toString() + u'\n' + lastText.left(end).toString();
    if (quote.trimmed().isEmpty())
        return std::nullopt;
    const qsizetype before = qMin(start, Passage::contextLength);
    return Passage{document,
                   firstPage,
                   start,
                   lastPage,
                   end,
                   quote,
                   firstText.mid(start - before, before).toString(),
                   lastText.mid(end, Passage::contextLength).toString()};
}

} // namespace model
