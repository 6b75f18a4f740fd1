// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

/// From what the reporter does to the decision it amounts to. Each only looks; the caller hands the result to
/// CaseFile::decide. Names are looked up among names and aliases, and new ones come with their subject in one decision.
namespace model::session {

/// The passage made anew from the stored text of its pages, so that quote and context are certainly theirs. Invalid
/// where there is none to tag.
Result<Passage> checkedPassage(const CaseFile &file, const Passage &wanted);

struct TagRequest {
    Passage passage;
    TagKind kind = TagKind::Evidence;
    QString name; ///< of the partner or permission; empty: the quote itself; must be empty for evidence
};
/// The new tag, called `id`, is in the decision's last change.
Result<journal::Decision> tagPassage(const CaseFile &file, const TagRequest &request,
                                     const TagId &id = TagId::create());

/// With its links and notes.
Result<journal::Decision> untag(const CaseFile &file, const TagId &tag);
/// Another range, kind or name; an empty name keeps the subject where the kind stays. A tag that stops being evidence
/// loses its links.
Result<journal::Decision> changeTag(const CaseFile &file, const TagId &tag, const TagRequest &request);

struct LinkRequest {
    TagId evidence;
    QStringList partners;    ///< names
    QStringList permissions; ///< names
    Stance stance = Stance::Supports;
};
/// Every partner x every permission. Where the evidence is linked to a finding already, only its stance changes.
Result<journal::Decision> linkEvidence(const CaseFile &file, const LinkRequest &request);
Result<journal::Decision> unlink(const CaseFile &file, const LinkId &link);

/// `aliases`, `tags` and `links` of `from` go to the subject of that very name, which is new or exists already.
struct MoveRequest {
    SubjectId from;
    QString name;
    QStringList aliases;
    std::vector<TagId> tags;
    std::vector<LinkId> links;
};
Result<journal::Decision> moveToSubject(const CaseFile &file, const MoveRequest &request);

/// Another name; the old one stays as an alias, for the documents go on to use it, unless only case or signs differ.
Result<journal::Decision> renameSubject(const CaseFile &file, const SubjectId &subject, const QString &name);

/// These partners go into the group, or with an empty name into none; one that is merged: the one it counts as. The
/// group is written as the partners write it that are in it already. Nothing to change gives no changes.
Result<journal::Decision> setGroup(const CaseFile &file, const std::vector<SubjectId> &partners, const QString &group);

/// `id` counts as `into` from now on, which takes on the group of `id` where it has none of its own. Split off again,
/// each keeps the group it has.
Result<journal::Decision> mergeSubject(const CaseFile &file, const SubjectId &id, const SubjectId &into);

/// A partner or permission that nothing rests on any more, with its aliases, notes and what was concluded about it.
/// Invalid, with a sentence that says what still needs it, while a tag, a link or a merged name does.
Result<journal::Decision> removeSubject(const CaseFile &file, const SubjectId &subject);

/// The finding of two subjects that are in the case, by their names: for a verdict or period on a pair.
Result<FindingKey> findingNamed(const CaseFile &file, const QString &partner, const QString &permission);

} // namespace model::session
