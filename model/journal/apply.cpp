// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/apply.h"

#include "model/base/overloaded.h"
#include "model/store/document_table.h"
#include "model/store/finding_table.h"
#include "model/store/holder_table.h"
#include "model/store/link_table.h"
#include "model/store/note_table.h"
#include "model/store/page_table.h"
#include "model/store/read_mark_table.h"
#include "model/store/subject_table.h"
#include "model/store/tag_table.h"

#include <QSet>

namespace model::journal {
namespace {

Error invalid(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence};
}

Error gone(const QString &sentence)
{
    return {ErrorKind::NotFound, sentence};
}

/// The inverse, once what was done went well.
Result<Change> done(const Result<void> &outcome, Change inverse)
{
    if (!outcome)
        return outcome.error();
    return inverse;
}

class Applier {
public:
    Applier(store::Database &database, const Signature &by)
        : m_documents(database)
        , m_findings(database)
        , m_holders(database)
        , m_links(database)
        , m_notes(database)
        , m_marks(database)
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

private:
    Result<void> checkDocument(const Sha256 &sha) const;
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

    store::DocumentTable m_documents;
    store::FindingTable m_findings;
    store::HolderTable m_holders;
    store::LinkTable m_links;
    store::NoteTable m_notes;
    store::ReadMarkTable m_marks;
    store::SubjectTable m_subjects;
    store::TagTable m_tags;
    const Signature &m_by;
};

// Checks
// ----------------------------------------------------------------------------------------------------------------

template <class T> Result<T> found(const Result<std::optional<T>> &looked, const QString &sentence)
{
    if (!looked)
        return looked.error();
    if (!*looked)
        return gone(sentence);
    return **looked;
}

template <class T> Result<void> checked(const Result<T> &looked)
{
    if (!looked)
        return looked.error();
    return {};
}

Result<Subject> Applier::existing(const SubjectId &id) const
{
    return found(m_subjects.find(id), QStringLiteral("This partner or permission is no longer in the case."));
}

Result<store::SignedTag> Applier::existing(const TagId &id) const
{
    return found(m_tags.find(id), QStringLiteral("This tag is no longer in the case."));
}

Result<store::SignedLink> Applier::existing(const LinkId &id) const
{
    return found(m_links.find(id), QStringLiteral("This evidence link is no longer in the case."));
}

Result<Note> Applier::existing(const NoteId &id) const
{
    return found(m_notes.find(id), QStringLiteral("This note is no longer in the case."));
}

Result<void> Applier::checkDocument(const Sha256 &sha) const
{
    return checked(found(m_documents.numberOf(sha), QStringLiteral("This document is not in the case.")));
}

Result<void> Applier::checkTag(const Tag &tag) const
{
    const Passage &passage = tag.passage;
    const bool onePage = passage.firstPage == passage.lastPage;
    if (passage.firstPage < 0 || passage.lastPage >= store::PageTable::maximumPages || passage.start < 0 ||
        passage.end < 0 || (onePage ? passage.start >= passage.end : passage.lastPage != passage.firstPage + 1) ||
        passage.quote.trimmed().isEmpty())
        return invalid(QStringLiteral("There is no text in this range to tag."));
    if (const auto document = checkDocument(passage.document); !document)
        return document;
    if (!tag.subject)
        return {};
    const auto subject = existing(*tag.subject);
    if (!subject)
        return subject.error();
    if (subjectKindOf(tag.kind) != subject->kind)
        return invalid(QStringLiteral("A %1 tag cannot name a %2.").arg(toWord(tag.kind), toWord(subject->kind)));
    return {};
}

Result<void> Applier::checkFinding(const FindingKey &finding) const
{
    const auto partner = existing(finding.partner);
    if (!partner)
        return partner.error();
    const auto permission = existing(finding.permission);
    if (!permission)
        return permission.error();
    if (partner->kind != SubjectKind::Partner || permission->kind != SubjectKind::Permission)
        return invalid(QStringLiteral("A finding is a partner and a permission, in this order."));
    return {};
}

Result<void> Applier::checkLink(const EvidenceLink &link) const
{
    const auto evidence = existing(link.evidence);
    if (!evidence)
        return evidence.error();
    if (evidence->tag.kind != TagKind::Evidence)
        return invalid(QStringLiteral("Only an evidence tag can be linked to a finding."));
    if (const auto finding = checkFinding(link.finding); !finding)
        return finding;
    const auto other = m_links.between(link.evidence, link.finding);
    if (!other)
        return other.error();
    if (*other && !(**other == link.id))
        return invalid(QStringLiteral("This evidence is linked to this finding already."));
    return {};
}

Result<void> Applier::checkName(SubjectKind kind, const QString &name, const std::optional<SubjectId> &self) const
{
    if (name != tidyName(kind, name) || nameKey(name).isEmpty())
        return invalid(QStringLiteral("“%1” cannot be the name of a %2.").arg(name, toWord(kind)));
    const auto other = m_subjects.named(kind, nameKey(name));
    if (!other)
        return other.error();
    if (*other && *other != self)
        return invalid(QStringLiteral("There is a %1 named “%2” already.").arg(toWord(kind), name));
    return {};
}

Result<void> Applier::checkTarget(const NoteTarget &target) const
{
    return std::visit(Overloaded{
                          [](const WholeCase &) { return Result<void>(); },
                          [this](const DocumentPage &page) { return checkDocument(page.document); },
                          [this](const FindingKey &finding) { return checkFinding(finding); },
                          [this](const auto &id) { return checked(existing(id)); },
                      },
                      target);
}

Result<bool> Applier::hasNotes(const NoteTarget &target) const
{
    const auto notes = m_notes.on(target);
    if (!notes)
        return notes.error();
    return !notes->empty();
}

// Changes
// ---------------------------------------------------------------------------------------------------------------

Result<Change> Applier::operator()(const SetHolders &change)
{
    QSet<QString> seen;
    for (const QString &holder : change.holders) {
        if (holder.isEmpty() || holder != holder.simplified() || seen.contains(holder))
            return invalid(QStringLiteral("“%1” cannot be set as a holder.").arg(holder));
        seen.insert(holder);
    }
    const auto old = m_holders.all();
    if (!old)
        return old.error();
    return done(m_holders.replace(change.holders), SetHolders{*old});
}

Result<Change> Applier::operator()(const AddTag &change)
{
    const auto known = m_tags.find(change.tag.id);
    if (!known)
        return known.error();
    if (*known)
        return invalid(QStringLiteral("This tag is in the case already."));
    if (const auto sound = checkTag(change.tag); !sound)
        return sound.error();
    return done(m_tags.insert(change.tag, change.by.value_or(m_by)), RemoveTag{change.tag.id});
}

Result<Change> Applier::operator()(const RemoveTag &change)
{
    const auto old = existing(change.tag);
    if (!old)
        return old.error();
    const auto links = m_links.ofEvidence(change.tag);
    if (!links)
        return links.error();
    const auto notes = hasNotes(change.tag);
    if (!notes)
        return notes.error();
    if (!links->empty() || *notes)
        return invalid(QStringLiteral("This tag still has links or notes."));
    return done(m_tags.remove(change.tag), AddTag{old->tag, old->by});
}

Result<Change> Applier::operator()(const ChangeTag &change)
{
    const auto old = existing(change.tag.id);
    if (!old)
        return old.error();
    if (!(old->tag.passage.document == change.tag.passage.document))
        return invalid(QStringLiteral("A tag stays in its document."));
    if (const auto sound = checkTag(change.tag); !sound)
        return sound.error();
    const auto links = m_links.ofEvidence(change.tag.id);
    if (!links)
        return links.error();
    if (change.tag.kind != TagKind::Evidence && !links->empty())
        return invalid(QStringLiteral("This tag still has links, so it must stay evidence."));
    return done(m_tags.change(change.tag, change.by.value_or(m_by)), ChangeTag{old->tag, old->by});
}

Result<Change> Applier::operator()(const AddSubject &change)
{
    const auto known = m_subjects.find(change.id);
    if (!known)
        return known.error();
    if (*known)
        return invalid(QStringLiteral("This %1 is in the case already.").arg(toWord(change.kind)));
    if (const auto named = checkName(change.kind, change.name, std::nullopt); !named)
        return named.error();
    return done(m_subjects.insert(change.id, change.kind, change.name), RemoveSubject{change.id});
}

Result<Change> Applier::operator()(const RemoveSubject &change)
{
    const auto old = existing(change.id);
    if (!old)
        return old.error();
    const auto needed = m_subjects.isNeeded(change.id);
    if (!needed)
        return needed.error();
    if (*needed)
        return invalid(QStringLiteral("“%1” is still used.").arg(old->name));
    return done(m_subjects.remove(change.id), AddSubject{change.id, old->kind, old->name});
}

Result<Change> Applier::operator()(const RenameSubject &change)
{
    const auto old = existing(change.id);
    if (!old)
        return old.error();
    if (const auto named = checkName(old->kind, change.name, change.id); !named)
        return named.error();
    return done(m_subjects.rename(change.id, change.name), RenameSubject{change.id, old->name});
}

Result<Change> Applier::operator()(const AddAlias &change)
{
    const auto subject = existing(change.id);
    if (!subject)
        return subject.error();
    if (change.alias != tidyName(subject->kind, change.alias) || nameKey(change.alias).isEmpty())
        return invalid(QStringLiteral("“%1” cannot be an alias.").arg(change.alias));
    const auto known = m_subjects.alias(change.id, nameKey(change.alias));
    if (!known)
        return known.error();
    if (*known)
        return invalid(QStringLiteral("“%1” is an alias of “%2” already.").arg(change.alias, subject->name));
    return done(m_subjects.insertAlias(change.id, change.alias), RemoveAlias{change.id, change.alias});
}

Result<Change> Applier::operator()(const RemoveAlias &change)
{
    if (const auto subject = existing(change.id); !subject)
        return subject.error();
    const auto old = m_subjects.alias(change.id, nameKey(change.alias));
    if (!old)
        return old.error();
    if (!*old)
        return gone(QStringLiteral("“%1” is not an alias any longer.").arg(change.alias));
    return done(m_subjects.removeAlias(change.id, nameKey(change.alias)), AddAlias{change.id, **old});
}

Result<Change> Applier::operator()(const MergeSubject &change)
{
    const auto subject = existing(change.id);
    if (!subject)
        return subject.error();
    const auto into = existing(change.into);
    if (!into)
        return into.error();
    if (subject->kind != into->kind)
        return invalid(QStringLiteral("A partner cannot be merged with a permission."));
    if (subject->mergedInto)
        return invalid(QStringLiteral("“%1” is merged already; split it off first.").arg(subject->name));
    const auto root = m_subjects.rootOf(change.into);
    if (!root)
        return root.error();
    if (*root == change.id)
        return invalid(QStringLiteral("“%1” already counts as “%2”.").arg(into->name, subject->name));
    return done(m_subjects.setMergedInto(change.id, change.into), SplitSubject{change.id});
}

Result<Change> Applier::operator()(const SplitSubject &change)
{
    const auto subject = existing(change.id);
    if (!subject)
        return subject.error();
    if (!subject->mergedInto)
        return invalid(QStringLiteral("“%1” stands for itself already.").arg(subject->name));
    return done(m_subjects.setMergedInto(change.id, std::nullopt), MergeSubject{change.id, *subject->mergedInto});
}

Result<Change> Applier::operator()(const AddLink &change)
{
    const auto known = m_links.find(change.link.id);
    if (!known)
        return known.error();
    if (*known)
        return invalid(QStringLiteral("This evidence link is in the case already."));
    if (const auto sound = checkLink(change.link); !sound)
        return sound.error();
    return done(m_links.insert(change.link, change.by.value_or(m_by)), RemoveLink{change.link.id});
}

Result<Change> Applier::operator()(const RemoveLink &change)
{
    const auto old = existing(change.link);
    if (!old)
        return old.error();
    const auto notes = hasNotes(change.link);
    if (!notes)
        return notes.error();
    if (*notes)
        return invalid(QStringLiteral("This evidence link still has notes."));
    return done(m_links.remove(change.link), AddLink{old->link, old->by});
}

Result<Change> Applier::operator()(const ChangeLink &change)
{
    const auto old = existing(change.link.id);
    if (!old)
        return old.error();
    if (!(old->link.evidence == change.link.evidence))
        return invalid(QStringLiteral("An evidence link stays with its evidence."));
    if (const auto sound = checkLink(change.link); !sound)
        return sound.error();
    return done(m_links.change(change.link, change.by.value_or(m_by)), ChangeLink{old->link, old->by});
}

Result<Change> Applier::operator()(const SetVerdict &change)
{
    if (const auto sound = checkFinding(change.finding); !sound)
        return sound.error();
    const auto old = m_findings.conclusion(change.finding);
    if (!old)
        return old.error();
    return done(m_findings.setConclusion(change.finding, {change.verdict, old->period}),
                SetVerdict{change.finding, old->verdict});
}

Result<Change> Applier::operator()(const SetPeriod &change)
{
    if (const auto sound = checkFinding(change.finding); !sound)
        return sound.error();
    if (!change.period.isOrdered())
        return invalid(QStringLiteral("The period ends before it begins."));
    const auto old = m_findings.conclusion(change.finding);
    if (!old)
        return old.error();
    return done(m_findings.setConclusion(change.finding, {old->verdict, change.period}),
                SetPeriod{change.finding, old->period});
}

Result<Change> Applier::operator()(const AddNote &change)
{
    const auto known = m_notes.find(change.note.id);
    if (!known)
        return known.error();
    if (*known)
        return invalid(QStringLiteral("This note is in the case already."));
    if (const auto sound = checkTarget(change.note.target); !sound)
        return sound.error();
    return done(m_notes.insert(change.note), RemoveNote{change.note.id});
}

Result<Change> Applier::operator()(const RemoveNote &change)
{
    const auto old = existing(change.note);
    if (!old)
        return old.error();
    return done(m_notes.remove(change.note), AddNote{*old});
}

Result<Change> Applier::operator()(const ChangeNote &change)
{
    const auto old = existing(change.note);
    if (!old)
        return old.error();
    return done(m_notes.change(change.note, change.text), ChangeNote{change.note, old->text});
}

Result<Change> Applier::operator()(const MarkPage &change)
{
    using Mark = store::ReadMarkTable::Mark;
    if (change.pageIndex < 0 || change.pageIndex >= store::PageTable::maximumPages)
        return invalid(QStringLiteral("There is no such page."));
    if (const auto sound = checkDocument(change.document); !sound)
        return sound.error();
    const auto old = m_marks.find(change.document, change.pageIndex);
    if (!old)
        return old.error();
    const ReadMark oldMark = !*old                        ? ReadMark::Unread
                             : **old == Mark::ByScrolling ? ReadMark::ReadByScrolling
                                                          : ReadMark::Read;
    std::optional<Mark> mark;
    if (change.mark != ReadMark::Unread)
        mark = change.mark == ReadMark::Read ? Mark::Deliberate : Mark::ByScrolling;
    return done(m_marks.set(change.document, change.pageIndex, mark),
                MarkPage{change.document, change.pageIndex, oldMark});
}

Result<Change> Applier::operator()(const RetitleDocument &change)
{
    if (change.title != change.title.simplified())
        return invalid(QStringLiteral("A title is one line."));
    if (const auto sound = checkDocument(change.document); !sound)
        return sound.error();
    const auto old = m_documents.reporterTitle(change.document);
    if (!old)
        return old.error();
    return done(m_documents.setReporterTitle(change.document, change.title), RetitleDocument{change.document, *old});
}

} // namespace

Result<Change> apply(store::Database &database, const Change &change, const Signature &by)
{
    return std::visit(Applier(database, by), change);
}

} // namespace model::journal
