// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/page_tags.h"

#include "model/store/transaction.h"

#include <algorithm>

namespace model::session {
namespace {

/// A number that grows with the place in the document; pages are far apart.
qint64 placeOf(int pageIndex, qsizetype offset)
{
    return qint64(pageIndex) * (qint64(1) << 32) + offset;
}

qint64 startOf(const Passage &passage)
{
    return placeOf(passage.firstPage, passage.start);
}

qint64 endOf(const Passage &passage)
{
    return placeOf(passage.lastPage, passage.end);
}

struct NamesAbout {
    QStringList inside;
    QString nearest; ///< where none is inside
};

NamesAbout namesAbout(const DocumentTags &tags, const Tag &evidence, TagKind kind)
{
    const qint64 start = startOf(evidence.passage);
    const qint64 end = endOf(evidence.passage);
    NamesAbout names;
    qint64 least = 0;
    for (const Tag &tag : tags.tags) {
        if (tag.kind != kind || !tag.subject)
            continue;
        const QString name = tags.names.value(*tag.subject);
        const qint64 before = start - endOf(tag.passage);
        const qint64 behind = startOf(tag.passage) - end;
        if (before < 0 && behind < 0) {
            if (!names.inside.contains(name))
                names.inside += name;
            continue;
        }
        const qint64 distance = std::max(before, behind);
        if (names.nearest.isEmpty() || distance < least) {
            names.nearest = name;
            least = distance;
        }
    }
    if (!names.inside.isEmpty())
        names.nearest.clear();
    return names;
}

} // namespace

Result<DocumentTags> documentTags(const CaseFile &file, const Sha256 &document)
{
    const store::Snapshot snapshot(file.database());
    DocumentTags all;
    auto tags = file.tagsOfDocument(document);
    if (!tags)
        return tags.error();
    all.tags = *std::move(tags);
    QHash<SubjectId, Subject> roots;
    const auto rootOf = [&](const SubjectId &id) -> Result<Subject> {
        if (const auto known = roots.constFind(id); known != roots.constEnd())
            return *known;
        const auto root = file.rootOf(id);
        if (!root)
            return root.error();
        auto subject = file.subject(*root);
        if (subject)
            roots.insert(id, *subject);
        return subject;
    };
    QSet<TagId> ids;
    for (const Tag &tag : all.tags) {
        ids.insert(tag.id);
        if (tag.subject) {
            const auto root = rootOf(*tag.subject);
            if (!root)
                return root.error();
            all.names.insert(*tag.subject, root->name);
        }
        if (tag.kind != TagKind::Evidence)
            continue;
        const auto links = file.linksOfEvidence(tag.id);
        if (!links)
            return links.error();
        for (const EvidenceLink &link : *links) {
            const auto partner = rootOf(link.finding.partner);
            const auto permission = rootOf(link.finding.permission);
            const auto conclusion = file.conclusion(link.finding);
            if (!partner || !permission || !conclusion)
                return !partner ? partner.error() : !permission ? permission.error() : conclusion.error();
            all.links[tag.id].push_back(
                {link, {partner->id, permission->id}, partner->name, permission->name, conclusion->verdict});
        }
    }
    auto notes = file.notes();
    if (!notes)
        return notes.error();
    for (Note &note : *notes) {
        const auto *tag = std::get_if<TagId>(&note.target);
        const auto *page = std::get_if<DocumentPage>(&note.target);
        if ((tag && ids.contains(*tag)) || (page && page->document == document))
            all.notes.push_back(std::move(note));
    }
    return all;
}

std::vector<NamedLink> linksThrough(const DocumentTags &tags, const Tag &tag)
{
    if (tag.kind == TagKind::Evidence)
        return tags.links.value(tag.id);
    std::vector<NamedLink> found;
    const QString name = tag.subject ? tags.names.value(*tag.subject) : QString();
    for (const Tag &evidence : tags.tags) {
        if (evidence.kind != TagKind::Evidence || startOf(evidence.passage) >= endOf(tag.passage) ||
            startOf(tag.passage) >= endOf(evidence.passage))
            continue;
        for (const NamedLink &link : tags.links.value(evidence.id)) {
            const bool isKnown = std::any_of(found.begin(), found.end(),
                                             [&link](const NamedLink &other) { return other.finding == link.finding; });
            if (!isKnown && name == (tag.kind == TagKind::Partner ? link.partner : link.permission))
                found.push_back(link);
        }
    }
    return found;
}

LinkProposal proposeLink(const DocumentTags &tags, const Tag &evidence)
{
    const NamesAbout partners = namesAbout(tags, evidence, TagKind::Partner);
    const NamesAbout permissions = namesAbout(tags, evidence, TagKind::Permission);
    return {partners.inside, permissions.inside, partners.nearest, permissions.nearest};
}

} // namespace model::session
