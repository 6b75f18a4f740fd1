// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/finding.h"
#include "model/domain/signature.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// An evidence link and who made it what it is.
struct SignedLink {
    EvidenceLink link;
    Signature by;
};

/// Evidence bound to findings. Keeps the counts per finding in step (finding_counts.h).
class LinkTable final {
public:
    explicit LinkTable(Database &database)
        : m_database(database)
    {
    }

    Result<std::optional<SignedLink>> find(const LinkId &id) const;
    Result<std::vector<EvidenceLink>> ofEvidence(const TagId &evidence) const;
    Result<std::vector<EvidenceLink>> ofSubject(const SubjectId &subject) const; ///< itself, not through merges
    Result<std::optional<LinkId>> between(const TagId &evidence, const FindingKey &finding) const;

    /// Numbers of the documents with evidence that is linked to the subject, or to one that counts as the same.
    Result<std::vector<qint64>> documentsOf(const SubjectId &subject) const;

    /// The tag and both subjects must be there, and no link between them yet.
    Result<void> insert(const EvidenceLink &link, const Signature &by);
    Result<void> change(const EvidenceLink &link, const Signature &by); ///< finding and stance
    Result<void> remove(const LinkId &id);

private:
    Database &m_database;
};

} // namespace model::store
