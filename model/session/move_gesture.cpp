// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/gestures.h"
#include "model/session/naming.h"

#include <algorithm>

namespace model::session {
namespace {

using namespace journal;

/// Where things move to: the subject that has this very name, or a new one. An alias of that name does not count, for
/// splitting one off is what moving is for.
Result<std::optional<Subject>> subjectWithName(const CaseFile &file, SubjectKind kind, const QString &name)
{
    const auto subjects = file.subjects(kind);
    if (!subjects)
        return subjects.error();
    const QString key = nameKey(tidyName(kind, name));
    const auto found = std::find_if(subjects->begin(), subjects->end(),
                                    [&key](const Subject &subject) { return nameKey(subject.name) == key; });
    return found == subjects->end() ? std::optional<Subject>() : std::optional<Subject>(*found);
}

bool containsName(const QStringList &names, const QString &name)
{
    return std::any_of(names.begin(), names.end(),
                       [key = nameKey(name)](const QString &other) { return nameKey(other) == key; });
}

FindingKey moved(FindingKey finding, const SubjectId &from, const SubjectId &to)
{
    if (finding.partner == from)
        finding.partner = to;
    if (finding.permission == from)
        finding.permission = to;
    return finding;
}

/// A link whose evidence is linked to the other finding already goes; its notes move to the one that stays.
Result<void> appendMovedLink(const CaseFile &file, const EvidenceLink &link, const FindingKey &finding,
                             std::vector<Change> &changes)
{
    const auto links = file.linksOfEvidence(link.evidence);
    if (!links)
        return links.error();
    const auto other = std::find_if(links->begin(), links->end(),
                                    [&finding](const EvidenceLink &which) { return which.finding == finding; });
    if (other == links->end()) {
        changes.push_back(ChangeLink{{link.id, link.evidence, finding, link.stance}});
        return {};
    }
    const auto notes = file.notesOn(link.id);
    if (!notes)
        return notes.error();
    for (const Note &note : *notes) {
        changes.push_back(RemoveNote{note.id});
        changes.push_back(AddNote{{NoteId::create(), other->id, note.text}});
    }
    changes.push_back(RemoveLink{link.id});
    return {};
}

} // namespace

Result<Decision> moveToSubject(const CaseFile &file, const MoveRequest &request)
{
    const auto from = file.subject(request.from);
    if (!from)
        return from.error();
    const auto known = subjectWithName(file, from->kind, request.name);
    if (!known)
        return known.error();
    if (*known && (**known).id == from->id)
        return Error{ErrorKind::Invalid, QStringLiteral("It is called “%1” already.").arg(from->name)};
    Naming naming(file);
    const auto to = *known ? Result<SubjectId>((**known).id) : naming.create(from->kind, request.name);
    if (!to)
        return to.error();

    std::vector<Change> changes;
    for (const QString &alias : request.aliases) {
        changes.push_back(RemoveAlias{from->id, alias});
        const bool isKnown =
            nameKey(alias) == nameKey(request.name) || (*known && containsName((**known).aliases, alias));
        if (!isKnown)
            changes.push_back(AddAlias{*to, alias});
    }
    for (const TagId &id : request.tags) {
        auto tag = file.tag(id);
        if (!tag)
            return tag.error();
        if (tag->subject != from->id)
            return Error{ErrorKind::Invalid, QStringLiteral("This tag does not name “%1”.").arg(from->name)};
        tag->subject = *to;
        changes.push_back(ChangeTag{*tag});
    }
    for (const LinkId &id : request.links) {
        const auto link = file.link(id);
        if (!link)
            return link.error();
        const FindingKey finding = moved(link->finding, from->id, *to);
        if (finding == link->finding)
            return Error{ErrorKind::Invalid, QStringLiteral("This link is not one of “%1”.").arg(from->name)};
        if (const auto appended = appendMovedLink(file, *link, finding, changes); !appended)
            return appended.error();
    }
    Decision decision{naming.additions()};
    decision.changes.insert(decision.changes.end(), changes.begin(), changes.end());
    return decision;
}

} // namespace model::session
