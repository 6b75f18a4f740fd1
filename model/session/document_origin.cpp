// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/document_origin.h"

#include "model/store/trait_table.h"
#include "model/store/transaction.h"

#include <algorithm>

namespace model::session {

Result<TraitSummary> documentTraits(const CaseFile &file, const Document &document)
{
    return store::TraitTable(file.database()).summary(document.number);
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
    DocumentOrigin origin{*std::move(found), *std::move(facts), {}, *std::move(traits), *std::move(hidden)};
    const auto bundle = std::find_if(bundles->begin(), bundles->end(),
                                     [&origin](const Bundle &one) { return one.id == origin.document.bundle; });
    if (bundle != bundles->end())
        origin.bundle = *bundle;
    return origin;
}

} // namespace model::session
