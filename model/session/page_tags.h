// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <QHash>

namespace model::session {

/// A link as a list shows it: with the names of its finding and what was concluded on it.
struct NamedLink {
    EvidenceLink link;
    FindingKey finding; ///< after merging
    QString partner;
    QString permission;
    Verdict verdict = Verdict::Open;
    friend bool operator==(const NamedLink &, const NamedLink &) = default;
};

/// The tags of a document with what hangs on them.
struct DocumentTags {
    std::vector<Tag> tags;                      ///< in reading order
    QHash<SubjectId, QString> names;            ///< of the subjects the tags name, after merging
    QHash<TagId, std::vector<NamedLink>> links; ///< by evidence tag
    std::vector<Note> notes;                    ///< on these tags, on the document and on its pages
};

Result<DocumentTags> documentTags(const CaseFile &file, const Sha256 &document);

/// What a tag feeds in the matrix: the links of an evidence passage; of a partner or a permission, those to findings of
/// it whose evidence the tag stands in. Each finding once.
std::vector<NamedLink> linksThrough(const DocumentTags &tags, const Tag &tag);

/// Which partners and permissions an evidence passage speaks of, by name: those tagged inside it. Where there are none
/// of a kind, the one nearest before or behind it in the document may be meant, or may not.
struct LinkProposal {
    QStringList partners;
    QStringList permissions;
    QString nearestPartner;    ///< empty where one stands inside
    QString nearestPermission; ///< the same
    friend bool operator==(const LinkProposal &, const LinkProposal &) = default;
};
LinkProposal proposeLink(const DocumentTags &tags, const Tag &evidence);

} // namespace model::session
