// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestion_gestures.h"

#include "model/annotate/names.h"
#include "model/session/naming.h"
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

/// Gathers what accepting several suggestions makes, each thing once.
class Acceptance {
public:
    explicit Acceptance(const CaseFile &file)
        : m_file(file)
        , m_naming(file)
    {
    }

    Result<void> accept(const TagSuggestion &suggestion)
    {
        const auto made = tagFor(suggestion);
        return made ? Result<void>() : made.error();
    }

    Result<void> accept(const LinkSuggestion &suggestion)
    {
        const auto partner = partnerNamed(suggestion.partner);
        if (!partner)
            return partner.error();
        const auto permission = m_naming.subject(SubjectKind::Permission, suggestion.permission);
        if (!permission)
            return permission.error();
        for (const auto &id : {suggestion.partnerTag, suggestion.permissionTag}) {
            if (const auto tagged = id ? acceptById(*id) : Result<void>(); !tagged)
                return tagged;
        }
        const auto evidence = evidenceFor(suggestion.evidence);
        if (!evidence)
            return evidence.error();
        const FindingKey finding{*partner, *permission};
        const auto linked = isLinked(*evidence, finding);
        if (!linked)
            return linked.error();
        if (!*linked)
            m_links.push_back({LinkId::create(), *evidence, finding, suggestion.stance});
        return acceptPeriod(finding, suggestion.period);
    }

    Result<Decision> decision() const
    {
        Decision decision{m_naming.additions()};
        for (const Tag &tag : m_tags)
            decision.changes.push_back(AddTag{tag});
        for (const EvidenceLink &link : m_links)
            decision.changes.push_back(AddLink{link});
        for (const SetPeriod &period : m_periods)
            decision.changes.push_back(period);
        // Two suggestions may amount to the same.
        if (decision.changes.empty())
            return Error{ErrorKind::Invalid, QStringLiteral("All of this is in the case already.")};
        return decision;
    }

private:
    Result<void> acceptById(const SuggestionId &id)
    {
        const auto suggestion = store::SuggestionTable(m_file.database()).findTag(id);
        if (!suggestion)
            return suggestion.error();
        return *suggestion ? accept(**suggestion) : Result<void>();
    }

    Result<TagId> evidenceFor(const SuggestionId &id)
    {
        const auto suggestion = store::SuggestionTable(m_file.database()).findTag(id);
        if (!suggestion)
            return suggestion.error();
        if (!*suggestion)
            return notOpen();
        return tagFor(**suggestion);
    }

    /// The first of its kind that overlaps it, in the case or made here; else a new one.
    Result<TagId> tagFor(const TagSuggestion &suggestion)
    {
        for (const Tag &tag : m_tags) {
            if (tag.kind == suggestion.kind && tag.passage.overlaps(suggestion.passage))
                return tag.id;
        }
        const auto known = m_file.tagsOfDocument(suggestion.passage.document);
        if (!known)
            return known.error();
        for (const Tag &tag : *known) {
            if (tag.kind == suggestion.kind && tag.passage.overlaps(suggestion.passage))
                return tag.id;
        }
        std::optional<SubjectId> subject;
        if (suggestion.kind != TagKind::Evidence) {
            const auto named = suggestion.kind == TagKind::Partner
                                   ? partnerNamed(suggestion.name)
                                   : m_naming.subject(SubjectKind::Permission, suggestion.name);
            if (!named)
                return named.error();
            subject = *named;
        }
        m_tags.push_back({TagId::create(), suggestion.kind, suggestion.passage, subject});
        return m_tags.back().id;
    }

    Result<SubjectId> partnerNamed(const QString &name)
    {
        const auto exact = m_file.findSubject(SubjectKind::Partner, name);
        if (exact)
            return exact->id;
        if (exact.error().kind != ErrorKind::NotFound)
            return exact.error();
        const QString key = annotate::nameKeyOf(name);
        const auto partners = m_file.subjects(SubjectKind::Partner);
        if (!partners)
            return partners.error();
        std::vector<SubjectId> roots;
        QStringList names;
        for (const Subject &partner : *partners) {
            const QStringList all = partner.aliases + QStringList(partner.name);
            if (std::none_of(all.begin(), all.end(),
                             [&key](const QString &one) { return annotate::nameKeyOf(one) == key; }))
                continue;
            const auto root = m_file.rootOf(partner.id);
            if (!root)
                return root.error();
            if (std::find(roots.begin(), roots.end(), *root) == roots.end()) {
                roots.push_back(*root);
                names.append(partner.name);
            }
        }
        if (roots.size() > 1)
            return Error{ErrorKind::Ambiguous,
                         QStringLiteral("“%1” may be any of several partners: %2. Tag it by hand.")
                             .arg(name, names.join(QStringLiteral("; ")))};
        if (!roots.empty())
            return roots.front();
        for (const Change &change : m_naming.additions()) {
            const auto *added = std::get_if<AddSubject>(&change);
            if (added && added->kind == SubjectKind::Partner && annotate::nameKeyOf(added->name) == key)
                return added->id;
        }
        return m_naming.subject(SubjectKind::Partner, name);
    }

    /// Counting merged subjects as the ones they were merged into.
    Result<bool> isLinked(const TagId &evidence, const FindingKey &finding) const
    {
        const auto isThis = [&](const EvidenceLink &link) {
            return link.evidence == evidence && link.finding == finding;
        };
        if (std::any_of(m_links.begin(), m_links.end(), isThis))
            return true;
        const auto links = m_file.linksOfEvidence(evidence);
        if (!links)
            return links.error();
        for (const EvidenceLink &link : *links) {
            const auto root = m_file.rootOf(link.finding);
            if (!root)
                return root.error();
            if (*root == finding)
                return true;
        }
        return false;
    }

    Result<void> acceptPeriod(const FindingKey &finding, const Period &period)
    {
        if (period.isEmpty() || std::any_of(m_periods.begin(), m_periods.end(),
                                            [&](const SetPeriod &set) { return set.finding == finding; }))
            return {};
        const auto additions = m_naming.additions();
        const bool isNew = std::any_of(additions.begin(), additions.end(), [&](const Change &change) {
            const auto *added = std::get_if<AddSubject>(&change);
            return added && (added->id == finding.partner || added->id == finding.permission);
        });
        if (!isNew) {
            const auto conclusion = m_file.conclusion(finding);
            if (!conclusion)
                return conclusion.error();
            if (!conclusion->period.isEmpty())
                return {};
        }
        m_periods.push_back({finding, period});
        return {};
    }

    const CaseFile &m_file;
    Naming m_naming;
    std::vector<Tag> m_tags;
    std::vector<EvidenceLink> m_links;
    std::vector<SetPeriod> m_periods;
};

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
