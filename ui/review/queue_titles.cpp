// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queue_titles.h"

namespace ui::review {

model::Result<Titles> titlesOf(const model::session::CaseFile &file,
                               const std::vector<model::QueuedSuggestion> &suggestions)
{
    Titles titles;
    for (const model::QueuedSuggestion &one : suggestions) {
        const model::Sha256 &sha = passageOf(one).document;
        if (titles.contains(sha))
            continue;
        const auto document = file.document(sha);
        if (!document)
            return document.error();
        titles.insert(sha, document->file);
    }
    return titles;
}

} // namespace ui::review
