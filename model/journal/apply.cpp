// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/apply.h"

#include "model/journal/applier.h"
#include "model/store/page_table.h"

#include <QSet>

namespace model::journal {
namespace {

/// The inverse, once what was done went well.
Result<Change> done(const Result<void> &outcome, Change inverse)
{
    if (!outcome)
        return outcome.error();
    return inverse;
}

} // namespace

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

Result<Change> Applier::operator()(const SetGroup &change)
{
    const auto partner = existing(change.partner);
    if (!partner)
        return partner.error();
    if (partner->kind != SubjectKind::Partner)
        return invalid(QStringLiteral("Only partners have a group."));
    if (change.group != tidyName(SubjectKind::Partner, change.group) ||
        (!change.group.isEmpty() && nameKey(change.group).isEmpty()))
        return invalid(QStringLiteral("“%1” cannot be the name of a group.").arg(change.group));
    return done(m_subjects.setGroup(change.partner, change.group), SetGroup{change.partner, partner->group});
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

Result<Change> apply(store::Database &database, const Change &change, const Signature &by)
{
    return std::visit(Applier(database, by), change);
}

} // namespace model::journal
