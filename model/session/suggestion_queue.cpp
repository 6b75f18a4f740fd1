// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestion_queue.h"

#include "model/store/document_table.h"
#include "model/store/suggestion_queue.h"
#include "model/store/suggestion_table.h"
#include "model/store/transaction.h"

namespace model::session {

Result<QueuePart> suggestionQueue(const CaseFile &file, const QueueRequest &request, const QueueCursor &after,
                                  int count)
{
    const store::Snapshot snapshot(file.database());
    qint64 first = 0;
    if (request.first) {
        const auto number = store::DocumentTable(file.database()).numberOf(*request.first);
        if (!number)
            return number.error();
        first = number->value_or(0);
    }
    return store::SuggestionQueue(file.database(), request.order, request.filter, first).rows(after, count);
}

Result<bool> isOpen(const CaseFile &file, const SuggestionId &id)
{
    return store::SuggestionTable(file.database()).isOpen(id);
}

Result<QueueCounts> queueCounts(const CaseFile &file, QueueFilter filter, const std::optional<Sha256> &document)
{
    const store::Snapshot snapshot(file.database());
    QueueCounts counts;
    filter.document.reset();
    const auto inCase = store::SuggestionQueue(file.database(), QueueOrder::ByPage, filter).count();
    if (!inCase)
        return inCase.error();
    counts.inCase = *inCase;
    const auto open = filter == QueueFilter() ? inCase : store::SuggestionTable(file.database()).openCount();
    if (!open)
        return open.error();
    counts.open = *open;
    const auto hasDocuments = store::DocumentTable(file.database()).hasAny();
    if (!hasDocuments)
        return hasDocuments.error();
    counts.hasDocuments = *hasDocuments;
    if (document) {
        filter.document = document;
        const auto inDocument = store::SuggestionQueue(file.database(), QueueOrder::ByPage, filter).count();
        if (!inDocument)
            return inDocument.error();
        counts.inDocument = *inDocument;
    }
    return counts;
}

Result<SameSuggestions> sameSuggestions(const CaseFile &file, const SuggestionId &id, int most)
{
    const store::Snapshot snapshot(file.database());
    auto some = store::SuggestionQueue::sameAs(file.database(), id, most);
    if (!some)
        return some.error();
    const auto count = store::SuggestionQueue::countSameAs(file.database(), id);
    if (!count)
        return count.error();
    return SameSuggestions{*std::move(some), *count};
}

} // namespace model::session
