// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/finding_counts.h"

#include "model/store/query.h"

namespace model::store {

Result<void> FindingCounts::add(const FindingKey &finding, Stance stance, qint64 document)
{
    const auto passages =
        queryNumber(m_database,
                    "INSERT INTO finding_document (partner, permission, document, passages) VALUES (?, ?, ?, 1)"
                    " ON CONFLICT DO UPDATE SET passages = passages + 1 RETURNING passages",
                    finding.partner, finding.permission, document);
    if (!passages)
        return passages.error();
    const auto isNewSource = *passages == 1 ? isOnlyOfItsSource(finding, document) : Result<bool>(false);
    if (!isNewSource)
        return isNewSource.error();
    return execute(
        m_database,
        "INSERT INTO finding_count (partner, permission, supports, denies, ended, planned, context, documents)"
        " VALUES (?1, ?2, ?3 = 'supports', ?3 = 'denies', ?3 = 'ended', ?3 = 'planned', ?3 = 'context', ?4)"
        " ON CONFLICT DO UPDATE SET supports = supports + excluded.supports,"
        " denies = denies + excluded.denies, ended = ended + excluded.ended,"
        " planned = planned + excluded.planned, context = context + excluded.context,"
        " documents = documents + excluded.documents",
        finding.partner, finding.permission, toWord(stance), *isNewSource ? 1 : 0);
}

Result<void> FindingCounts::remove(const FindingKey &finding, Stance stance, qint64 document)
{
    const auto passages = queryNumber(m_database,
                                      "UPDATE finding_document SET passages = passages - 1"
                                      " WHERE partner = ? AND permission = ? AND document = ? RETURNING passages",
                                      finding.partner, finding.permission, document);
    if (!passages)
        return passages.error();
    const auto emptied =
        execute(m_database,
                "DELETE FROM finding_document WHERE partner = ? AND permission = ? AND document = ? AND passages = 0",
                finding.partner, finding.permission, document);
    if (!emptied)
        return emptied;
    const auto wasOnlySource = *passages == 0 ? isOnlyOfItsSource(finding, document) : Result<bool>(false);
    if (!wasOnlySource)
        return wasOnlySource.error();
    const auto counted =
        execute(m_database,
                "UPDATE finding_count SET supports = supports - (?3 = 'supports'), denies = denies - (?3 = 'denies'),"
                " ended = ended - (?3 = 'ended'), planned = planned - (?3 = 'planned'),"
                " context = context - (?3 = 'context'), documents = documents - ?4"
                " WHERE partner = ?1 AND permission = ?2",
                finding.partner, finding.permission, toWord(stance), *wasOnlySource ? 1 : 0);
    if (!counted)
        return counted;
    return execute(m_database,
                   "DELETE FROM finding_count WHERE partner = ? AND permission = ?"
                   " AND supports + denies + ended + planned + context = 0",
                   finding.partner, finding.permission);
}

Result<bool> FindingCounts::isOnlyOfItsSource(const FindingKey &finding, qint64 document) const
{
    const auto others = queryNumber(
        m_database,
        "SELECT EXISTS (SELECT 1 FROM copy_group AS own JOIN copy_group AS other ON other.origin = own.origin"
        " JOIN finding_document AS one ON one.partner = ?1 AND one.permission = ?2"
        " AND one.document = other.document WHERE own.document = ?3 AND other.document <> ?3)",
        finding.partner, finding.permission, document);
    if (!others)
        return others.error();
    return *others == 0;
}

Result<void> FindingCounts::recount(const FindingKey &finding)
{
    return execute(m_database,
                   "UPDATE finding_count SET documents = (SELECT count(DISTINCT coalesce(origin, document))"
                   " FROM finding_document LEFT JOIN copy_group USING (document)"
                   " WHERE partner = ?1 AND permission = ?2) WHERE partner = ?1 AND permission = ?2",
                   finding.partner, finding.permission);
}

Result<qint64> FindingCounts::wrongRows() const
{
    return queryNumber(
        m_database,
        "WITH passage AS MATERIALIZED (SELECT link.partner, link.permission, link.stance, tag.document,"
        "   coalesce(copy_group.origin, tag.document) AS source"
        "   FROM evidence_link AS link JOIN tag ON tag.id = link.evidence"
        "   LEFT JOIN copy_group ON copy_group.document = tag.document),"
        " right_document AS (SELECT partner, permission, document, count(*) FROM passage GROUP BY 1, 2, 3),"
        " right_count AS (SELECT partner, permission, sum(stance = 'supports'), sum(stance = 'denies'),"
        "   sum(stance = 'ended'), sum(stance = 'planned'), sum(stance = 'context'), count(DISTINCT source)"
        "   FROM passage GROUP BY 1, 2)"
        " SELECT (SELECT count(*) FROM (SELECT * FROM right_document EXCEPT SELECT * FROM finding_document))"
        " + (SELECT count(*) FROM (SELECT * FROM finding_document EXCEPT SELECT * FROM right_document))"
        " + (SELECT count(*) FROM (SELECT * FROM right_count EXCEPT SELECT * FROM finding_count))"
        " + (SELECT count(*) FROM (SELECT * FROM finding_count EXCEPT SELECT * FROM right_count))");
}

} // namespace model::store
