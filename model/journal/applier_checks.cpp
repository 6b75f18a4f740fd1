// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/overloaded.h"
#include "model/journal/applier.h"
#include "model/store/page_table.h"

namespace model::journal {
namespace {

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

} // namespace

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

Result<void> Applier::checkPassage(const Passage &passage) const
{
    const bool onePage = passage.firstPage == passage.lastPage;
    if (passage.firstPage < 0 || passage.lastPage >= store::PageTable::maximumPages || passage.start < 0 ||
        passage.end < 0 || (onePage ? passage.start >= passage.end : passage.lastPage != passage.firstPage + 1) ||
        passage.quote.trimmed().isEmpty())
        return invalid(QStringLiteral("There is no text in this range to tag."));
    return checkDocument(passage.document);
}

Result<void> Applier::checkTag(const Tag &tag) const
{
    if (const auto sound = checkPassage(tag.passage); !sound)
        return sound;
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

} // namespace model::journal
