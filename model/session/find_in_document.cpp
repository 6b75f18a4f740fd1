// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/find_in_document.h"

#include "model/search/text_finder.h"
#include "model/store/page_texts.h"

namespace model::session {

Result<FoundInDocument> findInDocument(const CaseFile &file, const Sha256 &document, const QString &typed)
{
    FoundInDocument found;
    search::TextFinder finder(typed);
    if (finder.isEmpty())
        return found;
    const auto look = [&](int pageIndex, const QString &text) {
        for (const TextRange &range : finder.find(text)) {
            if (static_cast<qsizetype>(found.places.size()) >= mostFound) {
                found.isCut = true;
                return false;
            }
            found.places.push_back({pageIndex, range});
        }
        return true;
    };
    if (const auto visited = store::visitPageTexts(file.database(), document, look); !visited)
        return visited.error();
    return found;
}

} // namespace model::session
