// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/link_table.h"

#include "model/store/finding_counts.h"
#include "model/store/query.h"

namespace model::store {
namespace {

EvidenceLink linkFrom(const Statement &row)
{
    return {row.id<EvidenceLink>(0),
            row.id<Tag>(1),
            {row.id<Subject>(2), row.id<Subject>(3)},
            row.word(4, &stanceFromWord)};
}

Result<qint64> documentOf(Database &database, const TagId &evidence)
{
    return queryNumber(database, "SELECT document FROM tag WHERE id = ?", evidence);
}

} // namespace

Result<std::optional<SignedLink>> LinkTable::find(const LinkId &id) const
{
    return queryOne(
        m_database,
        "SELECT id, evidence, partner, permission, stance, author, decided_ms FROM evidence_link WHERE id = ?",
        [](const Statement &row) {
            return SignedLink{linkFrom(row), {row.text(5), row.integer(6)}};
        },
        id);
}

Result<std::vector<EvidenceLink>> LinkTable::ofEvidence(const TagId &evidence) const
{
    return queryAll(m_database,
                    "SELECT id, evidence, partner, permission, stance FROM evidence_link WHERE evidence = ?"
                    " ORDER BY partner, permission",
                    linkFrom, evidence);
}

Result<std::vector<EvidenceLink>> LinkTable::ofSubject(const SubjectId &subject) const
{
    return queryAll(m_database,
                    "SELECT id, evidence, partner, permission, stance FROM evidence_link"
                    " WHERE partner = ?1 OR permission = ?1 ORDER BY id",
                    linkFrom, subject);
}

Result<std::optional<LinkId>> LinkTable::between(const TagId &evidence, const FindingKey &finding) const
{
    return queryOne(
        m_database, "SELECT id FROM evidence_link WHERE evidence = ? AND partner = ? AND permission = ?",
        [](const Statement &row) { return row.id<EvidenceLink>(0); }, evidence, finding.partner, finding.permission);
}

Result<std::vector<qint64>> LinkTable::documentsOf(const SubjectId &subject) const
{
    return queryAll(
        m_database,
        "WITH same (id) AS (SELECT id FROM subject WHERE root = (SELECT root FROM subject WHERE id = ?))"
        " SELECT document FROM tag JOIN evidence_link ON evidence = tag.id WHERE partner IN (SELECT id FROM same)"
        " UNION SELECT document FROM tag JOIN evidence_link ON evidence = tag.id"
        " WHERE permission IN (SELECT id FROM same) ORDER BY 1",
        firstNumber, subject);
}

Result<void> LinkTable::insert(const EvidenceLink &link, const Signature &by)
{
    const auto document = documentOf(m_database, link.evidence);
    if (!document)
        return document.error();
    const auto inserted =
        execute(m_database,
                "INSERT INTO evidence_link (id, evidence, partner, permission, stance, author, decided_ms)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                link.id, link.evidence, link.finding.partner, link.finding.permission, toWord(link.stance), by.author,
                by.timeMs);
    if (!inserted)
        return inserted;
    return FindingCounts(m_database).add(link.finding, link.stance, *document);
}

Result<void> LinkTable::change(const EvidenceLink &link, const Signature &by)
{
    if (const auto removed = remove(link.id); !removed)
        return removed;
    return insert(link, by);
}

Result<void> LinkTable::remove(const LinkId &id)
{
    const auto old = find(id);
    if (!old)
        return old.error();
    if (!*old)
        return {};
    const auto document = documentOf(m_database, (**old).link.evidence);
    if (!document)
        return document.error();
    if (const auto removed = execute(m_database, "DELETE FROM evidence_link WHERE id = ?", id); !removed)
        return removed;
    return FindingCounts(m_database).remove((**old).link.finding, (**old).link.stance, *document);
}

} // namespace model::store
