// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/unread_pages.h"

#include "model/session/suggestions.h"
#include "model/store/hit_reader.h"
#include "model/store/page_table.h"
#include "model/store/partner_pages.h"
#include "model/store/transaction.h"

#include <algorithm>
#include <limits>

namespace model::session {
namespace {

/// A page's id; of the document as a whole, that of its first page less one, so that the first one is behind it.
Result<qint64> idOf(const CaseFile &file, const DocumentPage &page)
{
    const auto document = file.document(page.document);
    if (!document)
        return document.error();
    return document->number * store::PageTable::maximumPages + page.pageIndex;
}

void addRange(const Passage &passage, int pageIndex, qsizetype length, std::vector<TextRange> &ranges)
{
    const TextRange range = passage.rangeOnPage(pageIndex, length);
    if (range.end > range.start)
        ranges.push_back(range);
}

/// What is tagged or suggested need not be written as any name is.
Result<void> addMarked(const CaseFile &file, SearchHit &hit)
{
    const auto text = file.pageText(hit.document, hit.pageIndex);
    if (!text)
        return text.error();
    const auto tags = file.tagsOnPage(hit.document, hit.pageIndex);
    if (!tags)
        return tags.error();
    const auto suggestions = suggestionsOfDocument(file, hit.document);
    if (!suggestions)
        return suggestions.error();
    for (const Tag &tag : *tags) {
        if (tag.kind == TagKind::Partner)
            addRange(tag.passage, hit.pageIndex, text->text.size(), hit.inPage);
    }
    for (const TagSuggestion &tag : suggestions->tags) {
        if (tag.kind == TagKind::Partner)
            addRange(tag.passage, hit.pageIndex, text->text.size(), hit.inPage);
    }
    const auto before = [](const TextRange &a, const TextRange &b) {
        return std::pair(a.start, a.end) < std::pair(b.start, b.end);
    };
    std::sort(hit.inPage.begin(), hit.inPage.end(), before);
    hit.inPage.erase(std::unique(hit.inPage.begin(), hit.inPage.end()), hit.inPage.end());
    return {};
}

} // namespace

Result<std::optional<UnreadPage>> nextUnreadPage(const CaseFile &file, const std::optional<DocumentPage> &from)
{
    const store::Snapshot snapshot(file.database());
    const auto names = store::partnerNames(file.database());
    if (!names)
        return names.error();
    qint64 here = 0;
    if (from) {
        const auto id = idOf(file, *from);
        if (!id)
            return id.error();
        here = *id;
    }
    auto found = store::firstUnreadPartnerPage(file.database(), *names, {here, std::numeric_limits<qint64>::max()});
    const bool isBehind = found && *found;
    if (found && !*found && here > 0)
        found = store::firstUnreadPartnerPage(file.database(), *names, {0, here - 1});
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<UnreadPage>();
    auto hit = store::HitReader(file.database(), *names).read(**found, store::HitReader::Break::None);
    if (!hit)
        return hit.error();
    if (const auto added = addMarked(file, *hit); !added)
        return added.error();
    return std::optional(UnreadPage{*std::move(hit), isBehind});
}

} // namespace model::session
