// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestions.h"

#include "model/intake/suggesting.h"
#include "model/store/document_table.h"
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
    return intake::suggestingFor(file.database(), std::move(proposer));
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
    for (int page = 0; page < found->pageCount; ++page) {
        if (stop.stop_requested())
            return stopped();
        const auto text = file.pageText(document, page);
        if (!text)
            return text.error();
        all.append(suggester.add(text->text));
    }
    all.append(suggester.finish());
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

Result<qint64> suggestionCount(const CaseFile &file)
{
    return store::SuggestionTable(file.database()).openCount();
}

Result<std::vector<LinkSuggestion>> suggestionsOfFinding(const CaseFile &file, const QString &partner,
                                                         const QString &permission)
{
    const store::Snapshot snapshot(file.database());
    return store::SuggestionTable(file.database()).ofFinding(partner, permission);
}

} // namespace model::session
