// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestion_gestures.h"

#include "model/annotate/names.h"
#include "model/session/acceptance.h"
#include "model/store/document_table.h"
#include "model/store/known_names.h"
#include "model/store/rejection_table.h"
#include "model/store/suggestion_table.h"
#include "model/store/transaction.h"

#include <algorithm>

namespace model::session {
namespace {

using namespace journal;

Error notOpen()
{
    return {ErrorKind::NotFound, QStringLiteral("This suggestion was decided or made anew meanwhile.")};
}

/// Calls `ofTag` or `ofLink` with each suggestion.
template <class OfTag, class OfLink>
Result<void> forEach(const CaseFile &file, const std::vector<SuggestionId> &ids, OfTag ofTag, OfLink ofLink)
{
    const store::SuggestionTable table(file.database());
    for (const SuggestionId &id : ids) {
        const auto open = table.isOpen(id);
        if (!open)
            return open.error();
        if (!*open)
            return notOpen();
        const auto tag = table.findTag(id);
        if (!tag)
            return tag.error();
        const auto link = *tag ? Result<std::optional<LinkSuggestion>>(std::nullopt) : table.findLink(id);
        if (!link)
            return link.error();
        if (!*tag && !*link)
            return notOpen();
        if (const auto taken = *tag ? ofTag(**tag) : ofLink(**link); !taken)
            return taken;
    }
    return {};
}

} // namespace

Result<Decision> acceptSuggestions(const CaseFile &file, const std::vector<SuggestionId> &ids)
{
    const store::Snapshot snapshot(file.database());
    Acceptance acceptance(file);
    const auto accept = [&acceptance](const auto &suggestion) { return acceptance.accept(suggestion); };
    if (const auto accepted = forEach(file, ids, accept, accept); !accepted)
        return accepted.error();
    return acceptance.decision();
}

Result<Decision> acceptCorrected(const CaseFile &file, const SuggestionId &id, const Correction &correction)
{
    const store::Snapshot snapshot(file.database());
    Acceptance acceptance(file);
    const auto accept = [&](const auto &suggestion) { return acceptance.accept(suggestion, correction); };
    if (const auto accepted = forEach(file, {id}, accept, accept); !accepted)
        return accepted.error();
    return acceptance.decision();
}

bool isOnePartner(const QString &name, const QString &other)
{
    return annotate::nameKeyOf(name) == annotate::nameKeyOf(other);
}

Result<BatchDecision> decideBatch(const CaseFile &file, const Batch &batch)
{
    const store::Snapshot snapshot(file.database());
    const store::SuggestionTable table(file.database());
    BatchDecision all;
    std::vector<Batch::Accepted> accepted;
    for (const Batch::Accepted &one : batch.accepted) {
        const auto isOpen = table.isOpen(one.id);
        if (!isOpen)
            return isOpen.error();
        if (*isOpen)
            accepted.push_back(one);
        else
            all.gone.push_back(one.id);
    }
    // Others go by the names that are given to one of them.
    std::stable_partition(accepted.begin(), accepted.end(),
                          [](const Batch::Accepted &one) { return !one.correction.name.isEmpty(); });
    Acceptance acceptance(file);
    for (const Batch::Accepted &one : accepted) {
        const auto accept = [&](const auto &suggestion) { return acceptance.accept(suggestion, one.correction); };
        if (const auto taken = forEach(file, {one.id}, accept, accept); !taken)
            return taken.error();
    }
    std::vector<SuggestionId> wrong;
    for (const SuggestionId &id : batch.rejected) {
        const auto isOpen = table.isOpen(id);
        if (!isOpen)
            return isOpen.error();
        if (!*isOpen) {
            all.gone.push_back(id);
            continue;
        }
        const auto look = [&](const auto &suggestion) -> Result<void> {
            const auto holds = acceptance.holds(suggestion);
            if (!holds)
                return holds.error();
            if (!*holds)
                wrong.push_back(id);
            return {};
        };
        if (const auto looked = forEach(file, {id}, look, look); !looked)
            return looked.error();
    }
    auto decision = accepted.empty() ? Result<Decision>(Decision()) : acceptance.decision();
    // What is accepted may all be in the case already.
    if (!decision && (decision.error().kind != ErrorKind::Invalid || wrong.empty()))
        return decision.error();
    if (decision)
        all.decision = *std::move(decision);
    auto rejections = rejectSuggestions(file, wrong);
    if (!rejections)
        return rejections.error();
    auto &changes = all.decision.changes;
    changes.insert(changes.end(), rejections->changes.begin(), rejections->changes.end());
    return all;
}

Result<Decision> rejectSuggestions(const CaseFile &file, const std::vector<SuggestionId> &ids)
{
    const store::Snapshot snapshot(file.database());
    Decision decision;
    const auto reject = [&decision](const Passage &passage, auto what) -> Result<void> {
        decision.changes.push_back(AddRejection{{RejectionId::create(), passage, std::move(what)}});
        return {};
    };
    const auto rejected = forEach(
        file, ids,
        [&](const TagSuggestion &tag) {
            return reject(tag.passage, RejectedTag{tag.kind, tag.name});
        },
        [&](const LinkSuggestion &link) {
            return reject(link.passage, RejectedLink{link.partner, link.permission, link.stance});
        });
    if (!rejected)
        return rejected.error();
    return decision;
}

Result<Decision> blockName(const CaseFile &file, const QString &name)
{
    const store::Snapshot snapshot(file.database());
    const QString tidy = tidyName(SubjectKind::Partner, name);
    const QString key = annotate::nameKeyOf(tidy);
    if (nameKey(tidy).isEmpty())
        return Error{ErrorKind::Invalid, QStringLiteral("There is no name to block.")};
    const auto known = store::knownNames(file.database());
    if (!known)
        return known.error();
    if (known->partners.contains(key))
        return Error{ErrorKind::Invalid,
                     QStringLiteral("“%1” is a partner with tags or links. Remove those first.").arg(tidy)};
    const auto documents = store::SuggestionTable(file.database()).documentsNaming(tidy);
    if (!documents)
        return documents.error();
    BlockName block{tidy};
    if (documents->size() == 1) {
        const auto sha = store::DocumentTable(file.database()).hashOf(documents->front());
        if (!sha)
            return sha.error();
        block.document = *sha;
    }
    return Decision{{block}};
}

Result<Decision> unblockName(const CaseFile &file, const QString &name)
{
    const auto blocked = store::RejectionTable(file.database()).blocked(nameKey(name));
    if (!blocked)
        return blocked.error();
    if (!*blocked)
        return Error{ErrorKind::NotFound, QStringLiteral("“%1” is not blocked.").arg(name.simplified())};
    return Decision{{UnblockName{(**blocked).name}}};
}

} // namespace model::session
