// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/document_origin.h"

#include "model/session/mail_conversations.h"
#include "model/store/conversion_table.h"
#include "model/store/trait_table.h"
#include "model/store/transaction.h"

#include <algorithm>

namespace model::session {
namespace {

/// The conversation that the mail of this number belongs to.
Result<std::vector<ThreadedMail>> threadWith(const CaseFile &file, qint64 number)
{
    auto all = conversations(file);
    if (!all)
        return all;
    const auto found =
        std::find_if(all->begin(), all->end(), [number](const ThreadedMail &one) { return one.mail.number == number; });
    const qint64 thread = found == all->end() ? 0 : found->thread;
    std::erase_if(*all, [thread](const ThreadedMail &one) { return one.thread != thread; });
    return all;
}

} // namespace

Result<TraitSummary> documentTraits(const CaseFile &file, const Document &document)
{
    return store::TraitTable(file.database()).summary(document.number);
}

Result<std::optional<Conversion>> conversionOf(const CaseFile &file, const Sha256 &document)
{
    return store::ConversionTable(file.database()).find(document);
}

Result<DocumentOrigin> documentOrigin(const CaseFile &file, const Sha256 &document)
{
    const store::Snapshot snapshot(file.database());
    auto found = file.document(document);
    if (!found)
        return found.error();
    auto facts = file.facts(document);
    if (!facts)
        return facts.error();
    const auto bundles = file.bundles();
    if (!bundles)
        return bundles.error();
    auto traits = documentTraits(file, *found);
    if (!traits)
        return traits.error();
    auto hidden = file.hiddenText(document);
    if (!hidden)
        return hidden.error();
    const auto conversion = conversionOf(file, document);
    if (!conversion)
        return conversion.error();
    DocumentOrigin origin{*std::move(found),  *std::move(facts),  {},         {},
                          *std::move(traits), *std::move(hidden), *conversion};
    const auto bundle = std::find_if(bundles->begin(), bundles->end(),
                                     [&origin](const Bundle &one) { return one.id == origin.document.bundle; });
    if (bundle != bundles->end())
        origin.bundle = *bundle;
    if (origin.document.kind == FileKind::Mail) {
        auto thread = threadWith(file, origin.document.number);
        if (!thread)
            return thread.error();
        origin.thread = *std::move(thread);
    }
    return origin;
}

} // namespace model::session
