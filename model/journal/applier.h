// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/journal/decision.h"
#include "model/store/copy_groups.h"
#include "model/store/document_table.h"
#include "model/store/finding_table.h"
#include "model/store/holder_table.h"
#include "model/store/link_table.h"
#include "model/store/note_table.h"
#include "model/store/read_mark_table.h"
#include "model/store/rejection_table.h"
#include "model/store/subject_table.h"
#include "model/store/tag_table.h"

namespace model::journal {

inline Error invalid(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence};
}

inline Error gone(const QString &sentence)
{
    return {ErrorKind::NotFound, sentence};
}

/// One change at a time: checks it against the tables, makes it, gives its inverse. See apply.h.
class Applier final {
public:
    Applier(store::Database &database, const Signature &by)
        : m_copies(database)
        , m_documents(database)
        , m_findings(database)
        , m_holders(database)
        , m_links(database)
        , m_notes(database)
        , m_marks(database)
        , m_rejections(database)
        , m_subjects(database)
        , m_tags(database)
        , m_by(by)
    {
    }

    Result<Change> operator()(const SetHolders &change);
    Result<Change> operator()(const AddTag &change);
    Result<Change> operator()(const RemoveTag &change);
    Result<Change> operator()(const ChangeTag &change);
    Result<Change> operator()(const AddSubject &change);
    Result<Change> operator()(const RemoveSubject &change);
    Result<Change> operator()(const RenameSubject &change);
    Result<Change> operator()(const AddAlias &change);
    Result<Change> operator()(const RemoveAlias &change);
    Result<Change> operator()(const MergeSubject &change);
    Result<Change> operator()(const SplitSubject &change);
    Result<Change> operator()(const SetGroup &change);
    Result<Change> operator()(const AddLink &change);
    Result<Change> operator()(const RemoveLink &change);
    Result<Change> operator()(const ChangeLink &change);
    Result<Change> operator()(const SetVerdict &change);
    Result<Change> operator()(const SetPeriod &change);
    Result<Change> operator()(const AddNote &change);
    Result<Change> operator()(const RemoveNote &change);
    Result<Change> operator()(const ChangeNote &change);
    Result<Change> operator()(const MarkPage &change);
    Result<Change> operator()(const RetitleDocument &change);
    Result<Change> operator()(const AddRejection &change);
    Result<Change> operator()(const RemoveRejection &change);
    Result<Change> operator()(const BlockName &change);
    Result<Change> operator()(const UnblockName &change);
    Result<Change> operator()(const SetCopy &change);

private:
    Result<void> checkDocument(const Sha256 &sha) const;
    Result<void> checkPassage(const Passage &passage) const;
    Result<void> checkTag(const Tag &tag) const;
    Result<void> checkFinding(const FindingKey &finding) const;
    Result<void> checkLink(const EvidenceLink &link) const;
    Result<void> checkName(SubjectKind kind, const QString &name, const std::optional<SubjectId> &self) const;
    Result<void> checkTarget(const NoteTarget &target) const;
    Result<Subject> existing(const SubjectId &id) const;
    Result<store::SignedTag> existing(const TagId &id) const;
    Result<store::SignedLink> existing(const LinkId &id) const;
    Result<Note> existing(const NoteId &id) const;
    Result<bool> hasNotes(const NoteTarget &target) const;

    store::CopyGroups m_copies;
    store::DocumentTable m_documents;
    store::FindingTable m_findings;
    store::HolderTable m_holders;
    store::LinkTable m_links;
    store::NoteTable m_notes;
    store::ReadMarkTable m_marks;
    store::RejectionTable m_rejections;
    store::SubjectTable m_subjects;
    store::TagTable m_tags;
    const Signature &m_by;
};

} // namespace model::journal
