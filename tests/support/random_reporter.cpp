// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_reporter.h"

#include "model/session/gestures.h"
#include "model/store/rejection_table.h"
#include "model/store/subject_table.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::journal;

RandomReporter::RandomReporter(session::CaseFile &file, std::vector<Sha256> documents, quint32 seed)
    : m_file(file)
    , m_documents(std::move(documents))
    , m_seed(seed)
    , m_random(seed)
{
}

template <class T> const T *RandomReporter::oneOf(const std::vector<T> &values)
{
    return values.empty() ? nullptr : &values[static_cast<size_t>(upTo(static_cast<int>(values.size()) - 1))];
}

QString RandomReporter::words()
{
    static const QStringList known = {QStringLiteral("élan"),       QStringLiteral("=1+1"),   QStringLiteral("私信"),
                                      QStringLiteral("\"quoted\""), QStringLiteral("O’Neil"), QStringLiteral("😀")};
    return known[upTo(static_cast<int>(known.size()) - 1)] + QStringLiteral(" %1.%2").arg(m_seed).arg(++m_names);
}

SubjectKind RandomReporter::anyKind()
{
    return upTo(1) == 0 ? SubjectKind::Partner : SubjectKind::Permission;
}

std::vector<Subject> RandomReporter::subjects(SubjectKind kind)
{
    return must(m_file.subjects(kind));
}

std::optional<Tag> RandomReporter::anyTag()
{
    const auto tags = must(m_file.tagsOfDocument(*oneOf(m_documents)));
    const Tag *tag = oneOf(tags);
    return tag ? std::optional(*tag) : std::nullopt;
}

std::optional<EvidenceLink> RandomReporter::anyLink()
{
    const auto lines = must(m_file.evidence());
    const EvidenceLine *line = oneOf(lines);
    return line ? std::optional(line->link) : std::nullopt;
}

std::optional<FindingKey> RandomReporter::anyFinding()
{
    const auto partners = subjects(SubjectKind::Partner);
    const auto permissions = subjects(SubjectKind::Permission);
    if (partners.empty() || permissions.empty())
        return std::nullopt;
    return FindingKey{oneOf(partners)->id, oneOf(permissions)->id};
}

Passage RandomReporter::passage()
{
    const Sha256 document = *oneOf(m_documents);
    const QString first = must(m_file.pageText(document, 0)).text;
    const QString second = must(m_file.pageText(document, 1)).text;
    const bool overBreak = upTo(4) == 0;
    const QString &last = overBreak ? second : first;
    for (;;) {
        const int start = upTo(static_cast<int>(first.size()) - 1);
        const int end = overBreak ? upTo(static_cast<int>(last.size())) : start + 1 + upTo(20);
        const auto made = makePassage(document, 0, first, start, overBreak ? 1 : 0, last, end);
        if (made)
            return *made;
    }
}

NoteTarget RandomReporter::anyTarget()
{
    switch (upTo(5)) {
    case 0:
        return DocumentPage{*oneOf(m_documents), upTo(2) - 1};
    case 1:
        if (const auto tag = anyTag())
            return tag->id;
        break;
    case 2:
        if (const auto link = anyLink())
            return link->id;
        break;
    case 3:
        if (const auto finding = anyFinding())
            return *finding;
        break;
    case 4:
        if (const auto finding = anyFinding())
            return finding->partner;
        break;
    default:
        break;
    }
    return WholeCase{};
}

std::optional<Decision> RandomReporter::tagDecision()
{
    const TagKind kind = std::array{TagKind::Partner, TagKind::Permission, TagKind::Evidence,
                                    TagKind::Evidence}[static_cast<size_t>(upTo(3))];
    const QString name = kind == TagKind::Evidence ? QString() : words();
    const auto tag = anyTag();
    switch (tag ? upTo(4) : 0) {
    case 0:
    case 1:
        return must(session::tagPassage(m_file, {passage(), kind, name}));
    case 2:
        return must(session::untag(m_file, tag->id));
    default: {
        Passage other = passage();
        if (!(other.document == tag->passage.document))
            return std::nullopt;
        return must(session::changeTag(m_file, tag->id, {other, kind, name}));
    }
    }
}

std::optional<Decision> RandomReporter::subjectDecision()
{
    const SubjectKind kind = anyKind();
    const auto all = subjects(kind);
    const Subject *one = oneOf(all);
    const Subject *other = oneOf(all);
    switch (one ? upTo(8) : 0) {
    case 0:
        return Decision{{AddSubject{SubjectId::create(), kind, tidyName(kind, words())}}};
    case 1:
        return Decision{{RenameSubject{one->id, tidyName(kind, words())}}};
    case 2:
        return Decision{{AddAlias{one->id, tidyName(kind, words())}}};
    case 3:
        if (!one->aliases.isEmpty())
            return Decision{{RemoveAlias{one->id, one->aliases.first()}}};
        break;
    case 4:
        if (!one->mergedInto && !(must(m_file.rootOf(other->id)) == one->id))
            return must(session::mergeSubject(m_file, one->id, other->id));
        break;
    case 5:
        if (one->mergedInto)
            return Decision{{SplitSubject{one->id}}};
        break;
    case 6:
        for (const Subject &subject : all) {
            if (!must(store::SubjectTable(m_file.database()).isNeeded(subject.id)))
                return Decision{{RemoveSubject{subject.id}}};
        }
        break;
    case 7:
        if (kind == SubjectKind::Partner)
            return Decision{{SetGroup{one->id, upTo(2) == 0 ? QString() : tidyName(kind, words())}}};
        break;
    default:
        if (!must(m_file.tagsNaming(one->id)).empty() && !one->mergedInto) {
            std::vector<TagId> tags;
            for (const Tag &tag : must(m_file.tagsNaming(one->id))) {
                if (tag.subject == one->id)
                    tags.push_back(tag.id);
            }
            std::vector<LinkId> links;
            for (const EvidenceLink &link : must(m_file.linksOfSubject(one->id)))
                links.push_back(link.id);
            return must(session::moveToSubject(m_file, {one->id, words(), one->aliases, tags, links}));
        }
        break;
    }
    return std::nullopt;
}

std::optional<Decision> RandomReporter::linkDecision()
{
    const Stance stance = allStances[static_cast<size_t>(upTo(4))];
    const auto tag = anyTag();
    const auto link = anyLink();
    const auto finding = anyFinding();
    switch (upTo(3)) {
    case 0:
        if (link)
            return must(session::unlink(m_file, link->id));
        break;
    case 1:
        if (link)
            return Decision{{ChangeLink{{link->id, link->evidence, link->finding, stance}}}};
        break;
    default:
        if (tag && finding && tag->kind == TagKind::Evidence) {
            const auto made = session::linkEvidence(m_file, {tag->id,
                                                             {must(m_file.subject(finding->partner)).name, words()},
                                                             {must(m_file.subject(finding->permission)).name},
                                                             stance});
            if (made)
                return *made;
        }
        break;
    }
    return std::nullopt;
}

std::optional<Decision> RandomReporter::refusalDecision()
{
    const store::RejectionTable table(m_file.database());
    const auto rejections = must(table.all());
    const QStringList blocked = must(table.blockedNames());
    const RejectionId id = RejectionId::create();
    switch (upTo(5)) {
    case 0:
        return Decision{{AddRejection{{id, passage(), RejectedTag{TagKind::Evidence, {}}}}}};
    case 1:
        return Decision{{AddRejection{{id, passage(), RejectedTag{TagKind::Partner, words()}}}}};
    case 2:
        return Decision{
            {AddRejection{{id, passage(), RejectedLink{words(), words(), allStances[static_cast<size_t>(upTo(4))]}}}}};
    case 3:
        if (const Rejection *one = oneOf(rejections))
            return Decision{{RemoveRejection{one->id}}};
        break;
    case 4:
        return Decision{{BlockName{words(), upTo(1) == 0 ? std::nullopt : std::optional<Sha256>(*oneOf(m_documents))}}};
    default:
        if (!blocked.isEmpty())
            return Decision{{UnblockName{blocked[upTo(static_cast<int>(blocked.size()) - 1)]}}};
        break;
    }
    return std::nullopt;
}

std::optional<Decision> RandomReporter::otherDecision()
{
    const auto finding = anyFinding();
    const auto notes = must(m_file.notes());
    const Note *note = oneOf(notes);
    switch (upTo(8)) {
    case 8: {
        const Sha256 *one = oneOf(m_documents);
        const Sha256 *other = oneOf(m_documents);
        const bool isCopy = upTo(1) == 0 && !(*one == *other);
        return Decision{{SetCopy{*one, isCopy ? CopyDecision{CopyRule::CopyOf, *other}
                                              : CopyDecision{upTo(1) == 0 ? CopyRule::Alone : CopyRule::AsFound}}}};
    }
    case 0:
        return Decision{{SetHolders{{words(), words()}}}};
    case 1:
        if (finding)
            return Decision{{SetVerdict{*finding, allVerdicts[static_cast<size_t>(upTo(4))]}}};
        break;
    case 2:
        if (finding)
            return Decision{
                {SetPeriod{*finding,
                           {PartialDate::fromString(QStringLiteral("2010-0%1").arg(1 + upTo(8))),
                            upTo(1) == 0 ? std::nullopt : PartialDate::fromString(QStringLiteral("2013"))}}}};
        break;
    case 3:
        return Decision{{AddNote{{NoteId::create(), anyTarget(), words()}}}};
    case 4:
        if (note)
            return Decision{{RemoveNote{note->id}}};
        break;
    case 5:
        if (note)
            return Decision{{ChangeNote{note->id, words()}}};
        break;
    case 6:
        return Decision{{MarkPage{*oneOf(m_documents), upTo(1), static_cast<ReadMark>(upTo(2))}}};
    default:
        return Decision{{RetitleDocument{*oneOf(m_documents), upTo(2) == 0 ? QString() : words()}}};
    }
    return std::nullopt;
}

Decision RandomReporter::next()
{
    for (;;) {
        std::optional<Decision> made;
        switch (upTo(5)) {
        case 0:
        case 1:
            made = tagDecision();
            break;
        case 2:
            made = subjectDecision();
            break;
        case 3:
            made = linkDecision();
            break;
        case 4:
            made = refusalDecision();
            break;
        default:
            made = otherDecision();
            break;
        }
        if (made)
            return *made;
    }
}
