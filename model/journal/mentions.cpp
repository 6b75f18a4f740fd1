// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/mentions.h"

#include "model/base/overloaded.h"

namespace model::journal {
namespace {

void mentionTag(Mentions &found, const Tag &tag)
{
    found.tags.push_back(tag.id);
    found.documents.push_back(tag.passage.document);
    found.passages.emplace_back(tag.id, tag.passage.document);
    if (tag.subject)
        found.subjects.push_back(*tag.subject);
}

void mentionFinding(Mentions &found, const FindingKey &finding)
{
    found.subjects.push_back(finding.partner);
    found.subjects.push_back(finding.permission);
}

void mentionLink(Mentions &found, const EvidenceLink &link)
{
    found.links.push_back(link.id);
    found.tags.push_back(link.evidence);
    found.evidence.emplace_back(link.id, link.evidence);
    mentionFinding(found, link.finding);
}

void mentionNote(Mentions &found, const Note &note)
{
    found.notes.push_back(note.id);
    found.targets.emplace_back(note.id, note.target);
    std::visit(Overloaded{
                   [](const WholeCase &) {},
                   [&](const DocumentPage &page) { found.documents.push_back(page.document); },
                   [&](const TagId &id) { found.tags.push_back(id); },
                   [&](const SubjectId &id) { found.subjects.push_back(id); },
                   [&](const FindingKey &finding) { mentionFinding(found, finding); },
                   [&](const LinkId &id) { found.links.push_back(id); },
               },
               note.target);
}

void mentionOwn(Mentions &found, const SubjectId &id)
{
    found.subjects.push_back(id);
    found.onlyOwnSubject = true;
}

void mentionRejection(Mentions &found, const Rejection &rejection)
{
    found.rejections.push_back(rejection.id);
    found.documents.push_back(rejection.passage.document);
    found.rejectedIn.emplace_back(rejection.id, rejection.passage.document);
}

void mentionBlocked(Mentions &found, const BlockName &blocked)
{
    found.blockedNames.append(nameKey(blocked.name));
    if (blocked.document) {
        found.documents.push_back(*blocked.document);
        found.blockedIn.emplace_back(nameKey(blocked.name), *blocked.document);
    }
}

void mention(Mentions &found, const Change &change)
{
    std::visit(Overloaded{
                   [](const SetHolders &) {},
                   [&](const AddTag &which) { mentionTag(found, which.tag); },
                   [&](const RemoveTag &which) { found.tags.push_back(which.tag); },
                   [&](const ChangeTag &which) { mentionTag(found, which.tag); },
                   [&](const AddSubject &which) { mentionOwn(found, which.id); },
                   [&](const RemoveSubject &which) { mentionOwn(found, which.id); },
                   [&](const RenameSubject &which) { mentionOwn(found, which.id); },
                   [&](const AddAlias &which) { mentionOwn(found, which.id); },
                   [&](const RemoveAlias &which) { mentionOwn(found, which.id); },
                   [&](const MergeSubject &which) {
                       found.subjects.push_back(which.id);
                       found.subjects.push_back(which.into);
                   },
                   [&](const SplitSubject &which) { found.subjects.push_back(which.id); },
                   [&](const SetGroup &which) { mentionOwn(found, which.partner); },
                   [&](const AddLink &which) { mentionLink(found, which.link); },
                   [&](const RemoveLink &which) { found.links.push_back(which.link); },
                   [&](const ChangeLink &which) { mentionLink(found, which.link); },
                   [&](const SetVerdict &which) { mentionFinding(found, which.finding); },
                   [&](const SetPeriod &which) { mentionFinding(found, which.finding); },
                   [&](const AddNote &which) { mentionNote(found, which.note); },
                   [&](const RemoveNote &which) { found.notes.push_back(which.note); },
                   [&](const ChangeNote &which) { found.notes.push_back(which.note); },
                   [&](const MarkPage &which) { found.documents.push_back(which.document); },
                   [&](const RetitleDocument &which) { found.documents.push_back(which.document); },
                   [&](const AddRejection &which) { mentionRejection(found, which.rejection); },
                   [&](const RemoveRejection &which) { found.rejections.push_back(which.rejection); },
                   [&](const BlockName &which) { mentionBlocked(found, which); },
                   [&](const UnblockName &which) { found.blockedNames.append(nameKey(which.name)); },
                   [&](const SetCopy &which) {
                       found.documents.push_back(which.document);
                       if (which.decision.of)
                           found.documents.push_back(*which.decision.of);
                   },
               },
               change);
}

} // namespace

Mentions mentionsOf(const AppliedChange &part)
{
    Mentions found;
    mention(found, part.change);
    mention(found, part.inverse);
    return found;
}

} // namespace model::journal
