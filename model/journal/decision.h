// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/copies.h"
#include "model/domain/finding.h"
#include "model/domain/note.h"
#include "model/domain/rejection.h"
#include "model/domain/signature.h"
#include "model/domain/subject.h"
#include "model/domain/tag.h"

#include <optional>
#include <variant>
#include <vector>

namespace model::journal {

// The smallest things a decision can change. Each has an inverse, which applying it returns.
// `by` is set only where what somebody decided earlier comes back, by an inverse, or goes with the words it is about to
// where they are now (isReanchoring); else it is whoever decides now.

struct SetHolders {
    QStringList holders; ///< the new list; the old one is forgotten
    friend bool operator==(const SetHolders &, const SetHolders &) = default;
};
struct AddTag {
    Tag tag;
    std::optional<Signature> by = {};
    friend bool operator==(const AddTag &, const AddTag &) = default;
};
struct RemoveTag {
    TagId tag; ///< must have no links and no notes left
    friend bool operator==(const RemoveTag &, const RemoveTag &) = default;
};
struct ChangeTag {
    Tag tag; ///< same id and document; range, kind and subject may be new; links only while it is evidence
    std::optional<Signature> by = {};
    friend bool operator==(const ChangeTag &, const ChangeTag &) = default;
};
struct AddSubject {
    SubjectId id;
    SubjectKind kind = SubjectKind::Partner;
    QString name; ///< no other of its kind has one with the same nameKey; the same alias may stand for several
    friend bool operator==(const AddSubject &, const AddSubject &) = default;
};
struct RemoveSubject {
    SubjectId id; ///< must have no aliases, group, tags, links, conclusions, notes or merged subjects left
    friend bool operator==(const RemoveSubject &, const RemoveSubject &) = default;
};
struct RenameSubject {
    SubjectId id;
    QString name;
    friend bool operator==(const RenameSubject &, const RenameSubject &) = default;
};
struct AddAlias {
    SubjectId id;
    QString alias;
    friend bool operator==(const AddAlias &, const AddAlias &) = default;
};
struct RemoveAlias {
    SubjectId id;
    QString alias;
    friend bool operator==(const RemoveAlias &, const RemoveAlias &) = default;
};
struct MergeSubject {
    SubjectId id;   ///< stands for itself until now
    SubjectId into; ///< of the same kind, not merged into `id`
    friend bool operator==(const MergeSubject &, const MergeSubject &) = default;
};
struct SplitSubject {
    SubjectId id; ///< merged until now; stands for itself again
    friend bool operator==(const SplitSubject &, const SplitSubject &) = default;
};
struct SetGroup {
    SubjectId partner;
    QString group; ///< tidy; empty: none
    friend bool operator==(const SetGroup &, const SetGroup &) = default;
};
struct AddLink {
    EvidenceLink link; ///< no other between the same tag and finding
    std::optional<Signature> by = {};
    friend bool operator==(const AddLink &, const AddLink &) = default;
};
struct RemoveLink {
    LinkId link; ///< must have no notes left
    friend bool operator==(const RemoveLink &, const RemoveLink &) = default;
};
struct ChangeLink {
    EvidenceLink link; ///< same id and evidence; finding and stance may be new
    std::optional<Signature> by = {};
    friend bool operator==(const ChangeLink &, const ChangeLink &) = default;
};
struct SetVerdict {
    FindingKey finding;
    Verdict verdict = Verdict::Open;
    friend bool operator==(const SetVerdict &, const SetVerdict &) = default;
};
struct SetPeriod {
    FindingKey finding;
    Period period;
    friend bool operator==(const SetPeriod &, const SetPeriod &) = default;
};
struct AddNote {
    Note note;
    friend bool operator==(const AddNote &, const AddNote &) = default;
};
struct RemoveNote {
    NoteId note;
    friend bool operator==(const RemoveNote &, const RemoveNote &) = default;
};
struct ChangeNote {
    NoteId note;
    QString text;
    friend bool operator==(const ChangeNote &, const ChangeNote &) = default;
};
enum class ReadMark { Unread, ReadByScrolling, Read };
struct MarkPage {
    Sha256 document;
    int pageIndex = 0; ///< from 0
    ReadMark mark = ReadMark::Read;
    friend bool operator==(const MarkPage &, const MarkPage &) = default;
};
struct RetitleDocument {
    Sha256 document;
    QString title; ///< empty: back to the document's own
    friend bool operator==(const RetitleDocument &, const RetitleDocument &) = default;
};

struct AddRejection {
    Rejection rejection;
    std::optional<Signature> by = {};
    friend bool operator==(const AddRejection &, const AddRejection &) = default;
};
struct RemoveRejection {
    RejectionId rejection;
    friend bool operator==(const RemoveRejection &, const RemoveRejection &) = default;
};
struct BlockName {
    QString name;                        ///< never a partner; no other that is blocked has the same nameKey
    std::optional<Sha256> document = {}; ///< the only one that the name was met in; goes when that is withdrawn
    friend bool operator==(const BlockName &, const BlockName &) = default;
};
struct UnblockName {
    QString name;
    friend bool operator==(const UnblockName &, const UnblockName &) = default;
};
struct SetCopy {
    Sha256 document;
    CopyDecision decision; ///< of another document than this one
    friend bool operator==(const SetCopy &, const SetCopy &) = default;
};

using Change = std::variant<SetHolders, AddTag, RemoveTag, ChangeTag, AddSubject, RemoveSubject, RenameSubject,
                            AddAlias, RemoveAlias, MergeSubject, SplitSubject, SetGroup, AddLink, RemoveLink,
                            ChangeLink, SetVerdict, SetPeriod, AddNote, RemoveNote, ChangeNote, MarkPage,
                            RetitleDocument, AddRejection, RemoveRejection, BlockName, UnblockName, SetCopy>;

/// One act of the reporter: all its changes happen, in this order, or none does.
struct Decision {
    std::vector<Change> changes;
    friend bool operator==(const Decision &, const Decision &) = default;
};

} // namespace model::journal
