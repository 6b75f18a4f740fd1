// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestions.h"

#include "model/intake/suggesting.h"
#include "model/store/document_table.h"
#include "model/store/known_names.h"
#include "model/store/suggestion_settling.h"
#include "model/store/suggestion_table.h"
#include "model/store/transaction.h"

namespace model::session {
namespace {

Result<qint64> numberOf(const CaseFile &file, const Sha256 &document)
{
    const auto number = store::DocumentTable(file.database()).numberOf(document);
    if (!number)
        return number.error();
    if (!*number)
        return Error{ErrorKind::NotFound, QStringLiteral("This document is not in the case.")};
    return **number;
}

} // namespace

std::shared_ptr<const intake::Proposer> shippedProposer()
{
    static const auto shipped = std::make_shared<const intake::Proposer>(annotate::Annotator::shipped());
    return shipped;
}

Result<intake::Suggesting> suggestingFor(const CaseFile &file, std::shared_ptr<const intake::Proposer> proposer)
{
    const store::Snapshot snapshot(file.database());
    const auto holders = file.holders();
    if (!holders)
        return holders.error();
    const auto known = store::knownNames(file.database());
    if (!known)
        return known.error();
    return intake::Suggesting(std::move(proposer), *holders, *known);
}

Result<std::vector<Sha256>> documentsToSuggest(const CaseFile &file, const intake::Suggesting &suggesting)
{
    const store::Snapshot snapshot(file.database());
    const auto numbers = store::SuggestionTable(file.database()).outOfDate(suggesting.basis.basis);
    if (!numbers)
        return numbers.error();
    std::vector<Sha256> documents;
    for (const qint64 number : *numbers) {
        const auto hash = store::DocumentTable(file.database()).hashOf(number);
        if (!hash)
            return hash.error();
        if (*hash)
            documents.push_back(**hash);
    }
    return documents;
}

Result<Suggestions> propose(const CaseFile &file, const Sha256 &document, const intake::Suggesting &suggesting,
                            const std::stop_token &stop)
{
    const auto found = file.document(document);
    if (!found)
        return found.error();
    Suggestions all;
    intake::DocumentSuggester suggester(suggesting, document);
    const auto take = [&all](Suggestions some) {
        std::move(some.tags.begin(), some.tags.end(), std::back_inserter(all.tags));
        std::move(some.links.begin(), some.links.end(), std::back_inserter(all.links));
    };
    for (int page = 0; page < found->pageCount; ++page) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("Stopped.")};
        const auto text = file.pageText(document, page);
        if (!text)
            return text.error();
        take(suggester.add(text->text));
    }
    take(suggester.finish());
    return all;
}

Result<ChangeSet> storeSuggestions(CaseFile &file, const Sha256 &document, const Suggestions &suggestions,
                                   const intake::Suggesting &suggesting)
{
    if (file.isReadOnly())
        return Error{ErrorKind::ReadOnly, file.readOnlyReason()};
    auto transaction = store::Transaction::begin(file.database());
    if (!transaction)
        return transaction.error();
    const auto number = store::DocumentTable(file.database()).numberOf(document);
    if (!number)
        return number.error();
    if (!*number)
        return ChangeSet();
    if (const auto stored = store::SuggestionTable(file.database()).replaceAll(**number, suggestions, suggesting.basis);
        !stored)
        return stored.error();
    if (const auto settled = store::settleSuggestions(file.database(), **number); !settled)
        return settled.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    ChangeSet changes;
    changes.suggestions.insert(document);
    return changes;
}

Result<ChangeSet> suggestEverywhere(CaseFile &file, const intake::Suggesting &suggesting,
                                    const std::function<void(qint64, qint64)> &progress, const std::stop_token &stop)
{
    ChangeSet changes;
    const auto documents = documentsToSuggest(file, suggesting);
    if (!documents)
        return documents.error();
    const auto total = static_cast<qint64>(documents->size());
    for (qint64 done = 0; done < total; ++done) {
        if (progress)
            progress(done, total);
        const Sha256 &document = (*documents)[static_cast<size_t>(done)];
        const auto proposed = propose(file, document, suggesting, stop);
        if (!proposed)
            return proposed.error();
        const auto stored = storeSuggestions(file, document, *proposed, suggesting);
        if (!stored)
            return stored.error();
        changes.add(*stored);
    }
    return changes;
}

Result<Suggestions> suggestionsOnPage(const CaseFile &file, const Sha256 &document, int pageIndex)
{
    const store::Snapshot snapshot(file.database());
    const auto number = numberOf(file, document);
    if (!number)
        return number.error();
    return store::SuggestionTable(file.database()).onPage(*number, pageIndex);
}

Result<Suggestions> suggestionsOfDocument(const CaseFile &file, const Sha256 &document)
{
    const store::Snapshot snapshot(file.database());
    const auto number = numberOf(file, document);
    if (!number)
        return number.error();
    return store::SuggestionTable(file.database()).ofDocument(*number);
}

Result<Suggestions> allSuggestions(const CaseFile &file)
{
    const store::Snapshot snapshot(file.database());
    return store::SuggestionTable(file.database()).all();
}

Result<Suggestions> likeliestSuggestions(const CaseFile &file, qint64 count)
{
    const store::Snapshot snapshot(file.database());
    const store::SuggestionTable table(file.database());
    const auto listed = table.byScore(count);
    if (!listed)
        return listed.error();
    Suggestions suggestions;
    for (const store::ListedSuggestion &one : *listed) {
        if (one.isLink) {
            const auto link = table.findLink(one.id);
            if (!link)
                return link.error();
            if (*link)
                suggestions.links.push_back(**link);
        } else {
            const auto tag = table.findTag(one.id);
            if (!tag)
                return tag.error();
            if (*tag)
                suggestions.tags.push_back(**tag);
        }
    }
    return suggestions;
}

Result<qint64> suggestionCount(const CaseFile &file)
{
    return store::SuggestionTable(file.database()).openCount();
}

Result<std::vector<int>> suggestionCounts(const CaseFile &file, const Sha256 &document)
{
    const store::Snapshot snapshot(file.database());
    const auto found = file.document(document);
    if (!found)
        return found.error();
    const auto pages = store::SuggestionTable(file.database()).countsByPage(found->number);
    if (!pages)
        return pages.error();
    std::vector<int> counts(static_cast<size_t>(found->pageCount));
    for (const auto &page : *pages) {
        if (page.pageIndex < found->pageCount)
            counts[static_cast<size_t>(page.pageIndex)] = page.tags + page.links;
    }
    return counts;
}

Result<std::vector<LinkSuggestion>> suggestionsOfFinding(const CaseFile &file, const QString &partner,
                                                         const QString &permission)
{
    const store::Snapshot snapshot(file.database());
    return store::SuggestionTable(file.database()).ofFinding(partner, permission);
}

} // namespace model::session
