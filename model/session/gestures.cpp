// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/gestures.h"

#include "model/session/naming.h"
#include "model/store/finding_table.h"

#include <algorithm>
#include <set>

namespace model::session {
namespace {

using namespace journal;

/// The subject a tag of this kind names; nothing for evidence.
Result<std::optional<SubjectId>> namedSubject(Naming &naming, TagKind kind, const QString &name)
{
    const auto subjectKind = subjectKindOf(kind);
    if (!subjectKind) {
        if (!name.isEmpty())
            return Error{ErrorKind::Invalid,
                         QStringLiteral("Evidence has no name of its own; link it to a partner and a permission.")};
        return std::optional<SubjectId>();
    }
    const auto subject = naming.subject(*subjectKind, name);
    if (!subject)
        return subject.error();
    return std::optional<SubjectId>(*subject);
}

Result<void> appendNoteRemovals(const CaseFile &file, const NoteTarget &target, Decision &decision)
{
    const auto notes = file.notesOn(target);
    if (!notes)
        return notes.error();
    for (const Note &note : *notes)
        decision.changes.push_back(RemoveNote{note.id});
    return {};
}

Result<void> appendLinkRemoval(const CaseFile &file, const LinkId &link, Decision &decision)
{
    if (const auto appended = appendNoteRemovals(file, link, decision); !appended)
        return appended;
    decision.changes.push_back(RemoveLink{link});
    return {};
}

Result<void> appendLinkRemovals(const CaseFile &file, const TagId &evidence, Decision &decision)
{
    const auto links = file.linksOfEvidence(evidence);
    if (!links)
        return links.error();
    for (const EvidenceLink &link : *links) {
        if (const auto appended = appendLinkRemoval(file, link.id, decision); !appended)
            return appended;
    }
    return {};
}

/// The evidence's link to a finding, counting merged subjects as the ones they were merged into.
Result<std::optional<EvidenceLink>> linkTo(const CaseFile &file, const std::vector<EvidenceLink> &links,
                                           const FindingKey &finding)
{
    for (const EvidenceLink &link : links) {
        const auto root = file.rootOf(link.finding);
        if (!root)
            return root.error();
        if (*root == finding)
            return std::optional<EvidenceLink>(link);
    }
    return std::optional<EvidenceLink>();
}

/// Whether no tag, link or merged name rests on the subject.
Result<void> checkUnneeded(const CaseFile &file, const Subject &subject)
{
    const auto others = file.subjects(subject.kind);
    if (!others)
        return others.error();
    for (const Subject &other : *others) {
        if (other.mergedInto == subject.id)
            return Error{ErrorKind::Invalid,
                         QStringLiteral("“%1” counts as “%2”; split it off first.").arg(other.name, subject.name)};
    }
    const auto tags = file.tagsNaming(subject.id);
    if (!tags)
        return tags.error();
    if (!tags->empty())
        return Error{ErrorKind::Invalid, QStringLiteral("Passages are tagged with “%1”; remove these tags first, or "
                                                        "move them to another name.")
                                             .arg(subject.name)};
    const auto links = file.linksOfSubject(subject.id);
    if (!links)
        return links.error();
    if (!links->empty())
        return Error{
            ErrorKind::Invalid,
            QStringLiteral("Evidence is linked to findings of “%1”; remove these links first.").arg(subject.name)};
    return {};
}

} // namespace

Result<Passage> checkedPassage(const CaseFile &file, const Passage &wanted)
{
    const auto firstText = file.pageText(wanted.document, wanted.firstPage);
    if (!firstText)
        return firstText.error();
    const auto lastText = file.pageText(wanted.document, wanted.lastPage);
    if (!lastText)
        return lastText.error();
    PageTexts near;
    QStringList texts; // what the views in `near` are of
    const bool isOverBreak = wanted.lastPage == wanted.firstPage + 1;
    for (int page = qMax(0, wanted.firstPage - pagesNear); isOverBreak && page <= wanted.lastPage + pagesNear; ++page) {
        // Behind the last page there is none.
        if (const auto text = file.pageText(wanted.document, page)) {
            texts += text->text;
            near[page] = texts.constLast();
        }
    }
    const auto passage = makePassage(wanted.document, wanted.firstPage, firstText->text, wanted.start, wanted.lastPage,
                                     lastText->text, wanted.end, near);
    if (!passage)
        return Error{ErrorKind::Invalid, QStringLiteral("There is no text in this range to tag.")};
    return *passage;
}

Result<Decision> tagPassage(const CaseFile &file, const TagRequest &request, const TagId &id)
{
    const auto passage = checkedPassage(file, request.passage);
    if (!passage)
        return passage.error();
    Naming naming(file);
    const bool namesItself = request.name.isEmpty() && request.kind != TagKind::Evidence;
    const auto subject = namedSubject(naming, request.kind, namesItself ? passage->quote : request.name);
    if (!subject)
        return subject.error();
    Decision decision{naming.additions()};
    decision.changes.push_back(AddTag{{id, request.kind, *passage, *subject}});
    return decision;
}

Result<Decision> untag(const CaseFile &file, const TagId &tag)
{
    Decision decision;
    if (const auto found = file.tag(tag); !found)
        return found.error();
    if (const auto appended = appendLinkRemovals(file, tag, decision); !appended)
        return appended.error();
    if (const auto appended = appendNoteRemovals(file, tag, decision); !appended)
        return appended.error();
    decision.changes.push_back(RemoveTag{tag});
    return decision;
}

Result<Decision> changeTag(const CaseFile &file, const TagId &tag, const TagRequest &request)
{
    const auto old = file.tag(tag);
    if (!old)
        return old.error();
    const auto passage = checkedPassage(file, request.passage);
    if (!passage)
        return passage.error();
    Naming naming(file);
    std::optional<SubjectId> subject = old->subject;
    if (request.kind != old->kind || !request.name.isEmpty()) {
        const bool namesItself = request.name.isEmpty() && request.kind != TagKind::Evidence;
        const auto named = namedSubject(naming, request.kind, namesItself ? passage->quote : request.name);
        if (!named)
            return named.error();
        subject = *named;
    }
    Decision decision{naming.additions()};
    if (request.kind != TagKind::Evidence) {
        if (const auto appended = appendLinkRemovals(file, tag, decision); !appended)
            return appended.error();
    }
    decision.changes.push_back(ChangeTag{{tag, request.kind, *passage, subject}});
    return decision;
}

Result<Decision> linkEvidence(const CaseFile &file, const LinkRequest &request)
{
    const auto evidence = file.tag(request.evidence);
    if (!evidence)
        return evidence.error();
    const auto links = file.linksOfEvidence(request.evidence);
    if (!links)
        return links.error();
    Naming naming(file);
    std::vector<Change> changes;
    std::vector<FindingKey> seen;
    for (const QString &partnerName : request.partners) {
        const auto partner = naming.subject(SubjectKind::Partner, partnerName);
        if (!partner)
            return partner.error();
        for (const QString &permissionName : request.permissions) {
            const auto permission = naming.subject(SubjectKind::Permission, permissionName);
            if (!permission)
                return permission.error();
            const FindingKey finding{*partner, *permission};
            if (std::find(seen.begin(), seen.end(), finding) != seen.end())
                continue;
            seen.push_back(finding);
            const auto known = linkTo(file, *links, finding);
            if (!known)
                return known.error();
            if (!*known)
                changes.push_back(AddLink{{LinkId::create(), request.evidence, finding, request.stance}});
            else if ((**known).stance != request.stance)
                changes.push_back(ChangeLink{{(**known).id, request.evidence, (**known).finding, request.stance}});
        }
    }
    if (changes.empty())
        return Error{ErrorKind::Invalid, seen.empty() ? QStringLiteral("A link needs a partner and a permission.")
                                                      : QStringLiteral("This evidence is linked like this already.")};
    Decision decision{naming.additions()};
    decision.changes.insert(decision.changes.end(), changes.begin(), changes.end());
    return decision;
}

Result<Decision> unlink(const CaseFile &file, const LinkId &link)
{
    if (const auto found = file.link(link); !found)
        return found.error();
    Decision decision;
    if (const auto appended = appendLinkRemoval(file, link, decision); !appended)
        return appended.error();
    return decision;
}

Result<Decision> renameSubject(const CaseFile &file, const SubjectId &id, const QString &name)
{
    const auto subject = file.subject(id);
    if (!subject)
        return subject.error();
    Decision decision;
    bool isKept = nameKey(subject->name) == nameKey(name);
    for (const QString &alias : subject->aliases) {
        isKept = isKept || nameKey(alias) == nameKey(subject->name);
        if (nameKey(alias) == nameKey(name))
            decision.changes.push_back(RemoveAlias{id, alias});
    }
    decision.changes.push_back(RenameSubject{id, name});
    if (!isKept)
        decision.changes.push_back(AddAlias{id, subject->name});
    return decision;
}

Result<Decision> removeSubject(const CaseFile &file, const SubjectId &id)
{
    const auto subject = file.subject(id);
    if (!subject)
        return subject.error();
    if (const auto unneeded = checkUnneeded(file, *subject); !unneeded)
        return unneeded.error();
    // Each under its own two subjects, not those they count as.
    const auto concluded = store::FindingTable(file.database()).all();
    if (!concluded)
        return concluded.error();
    const auto notes = file.notes();
    if (!notes)
        return notes.error();
    Decision decision;
    for (const Note &note : *notes) {
        const auto *finding = std::get_if<FindingKey>(&note.target);
        if (note.target == NoteTarget(id) || (finding && (finding->partner == id || finding->permission == id)))
            decision.changes.push_back(RemoveNote{note.id});
    }
    for (const auto &[finding, conclusion] : *concluded) {
        if (finding.partner != id && finding.permission != id)
            continue;
        if (!conclusion.period.isEmpty())
            decision.changes.push_back(SetPeriod{finding, {}});
        if (conclusion.verdict != Verdict::Open)
            decision.changes.push_back(SetVerdict{finding, Verdict::Open});
    }
    if (subject->mergedInto)
        decision.changes.push_back(SplitSubject{id});
    for (const QString &alias : subject->aliases)
        decision.changes.push_back(RemoveAlias{id, alias});
    if (!subject->group.isEmpty())
        decision.changes.push_back(SetGroup{id, {}});
    decision.changes.push_back(RemoveSubject{id});
    return decision;
}

Result<Decision> setGroup(const CaseFile &file, const std::vector<SubjectId> &partners, const QString &group)
{
    std::vector<SubjectId> chosen;
    std::set<SubjectId> isChosen;
    for (const SubjectId &partner : partners) {
        const auto root = file.rootOf(partner);
        if (!root)
            return root.error();
        if (isChosen.insert(*root).second)
            chosen.push_back(*root);
    }
    const auto all = file.subjects(SubjectKind::Partner);
    if (!all)
        return all.error();
    QString name = tidyName(SubjectKind::Partner, group);
    for (const Subject &partner : *all) {
        if (!partner.group.isEmpty() && nameKey(partner.group) == nameKey(name) && isChosen.count(partner.id) == 0)
            name = partner.group;
    }
    Decision decision;
    for (const SubjectId &id : chosen) {
        const auto partner = file.subject(id);
        if (!partner)
            return partner.error();
        if (partner->group != name)
            decision.changes.push_back(SetGroup{id, name});
    }
    return decision;
}

Result<Decision> mergeSubject(const CaseFile &file, const SubjectId &id, const SubjectId &into)
{
    const auto subject = file.subject(id);
    if (!subject)
        return subject.error();
    const auto root = file.rootOf(into);
    if (!root)
        return root.error();
    const auto remaining = file.subject(*root);
    if (!remaining)
        return remaining.error();
    Decision decision{{MergeSubject{id, into}}};
    if (remaining->group.isEmpty() && !subject->group.isEmpty())
        decision.changes.push_back(SetGroup{*root, subject->group});
    return decision;
}

Result<FindingKey> findingNamed(const CaseFile &file, const QString &partner, const QString &permission)
{
    const auto partnerSubject = file.findSubject(SubjectKind::Partner, partner);
    if (!partnerSubject)
        return partnerSubject.error();
    const auto permissionSubject = file.findSubject(SubjectKind::Permission, permission);
    if (!permissionSubject)
        return permissionSubject.error();
    return FindingKey{partnerSubject->id, permissionSubject->id};
}

} // namespace model::session
