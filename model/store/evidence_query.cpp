// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/evidence_query.h"

#include "model/store/page_table.h"
#include "model/store/passage_columns.h"
#include "model/store/query.h"

namespace model::store {
namespace {

/// Of the first and the last page of a passage: one of each over a page break.
QString joined(const QString &first, const QString &last)
{
    return last.isEmpty() || first == last ? first : first + QStringLiteral("–") + last;
}

EvidenceLine lineFrom(const Statement &row)
{
    const Passage passage = passageFrom(row, 5);
    const TagId evidence = row.id<Tag>(1);
    const QString path = row.text(20);
    const QString firstLabel = row.text(21);
    const QString lastLabel = row.text(22);
    EvidenceLine line{
        {row.id<EvidenceLink>(0), evidence, {row.id<Subject>(2), row.id<Subject>(3)}, row.word(4, &stanceFromWord)},
        {evidence, TagKind::Evidence, passage, std::nullopt},
        {row.id<Subject>(13), row.id<Subject>(14)},
        row.text(15),
        row.text(16),
        {},
        row.integer(17),
        row.text(18),
        path.mid(path.lastIndexOf(u'/') + 1),
        passage.lastPage == passage.firstPage || firstLabel.isEmpty() ? firstLabel
                                                                      : firstLabel + QStringLiteral("–") + lastLabel,
        row.text(19),
        row.integer(23),
        row.integer(24) != 0,
        joined(row.text(25), row.text(26)),
        row.text(27)};
    if (line.title.isEmpty())
        line.title = line.file;
    return line;
}

} // namespace

Result<std::vector<EvidenceLine>> evidenceLines(Database &database, const std::optional<FindingKey> &finding)
{
    const std::optional<SubjectId> partner = finding ? std::optional(finding->partner) : std::nullopt;
    const std::optional<SubjectId> permission = finding ? std::optional(finding->permission) : std::nullopt;
    return queryAll(
        database,
        QByteArray("SELECT link.id, link.evidence, link.partner, link.permission, link.stance, ") + passageColumns +
            ", partner_root.id, permission_root.id, partner_root.name, permission_root.name, document.number,"
            " coalesce(document_title.title, document.own_title), link.author,"
            " coalesce((SELECT path FROM origin WHERE origin.document = document.number ORDER BY id LIMIT 1), ''),"
            " coalesce((SELECT label FROM page WHERE page.id = document.number * ?3 + tag.first_page), ''),"
            " coalesce((SELECT label FROM page WHERE page.id = document.number * ?3 + tag.last_page), ''),"
            " link.decided_ms,"
            " EXISTS (SELECT 1 FROM hidden_passage WHERE"
            " page = document.number * ?3 + tag.first_page AND hidden_passage.\"end\" > tag.start"
            " AND (tag.last_page > tag.first_page OR hidden_passage.start < tag.\"end\"))"
            " OR tag.last_page > tag.first_page AND EXISTS (SELECT 1 FROM hidden_passage WHERE"
            " page = document.number * ?3 + tag.last_page AND hidden_passage.start < tag.\"end\")"
            ", coalesce((SELECT number FROM bates_number WHERE page = document.number * ?3 + tag.first_page), ''),"
            " coalesce((SELECT number FROM bates_number WHERE page = document.number * ?3 + tag.last_page), '')"
            ", coalesce(partner_group.name, '')"
            " FROM evidence_link AS link"
            " JOIN subject AS partner ON partner.id = link.partner"
            " JOIN subject AS permission ON permission.id = link.permission"
            " JOIN subject AS partner_root ON partner_root.id = partner.root"
            " JOIN subject AS permission_root ON permission_root.id = permission.root"
            " JOIN tag ON tag.id = link.evidence"
            " JOIN document ON document.number = tag.document"
            " LEFT JOIN partner_group ON partner_group.partner = partner_root.id"
            " LEFT JOIN document_title ON document_title.document = document.number"
            " WHERE (?1 IS NULL OR link.partner IN (SELECT id FROM subject WHERE root = ?1))"
            " AND (?2 IS NULL OR link.permission IN (SELECT id FROM subject WHERE root = ?2))"
            " ORDER BY partner_root.name_key, partner_root.id, permission_root.name_key, permission_root.id,"
            " document.number, tag.first_page, tag.start, tag.last_page, tag.\"end\", link.id",
        lineFrom, partner, permission, PageTable::maximumPages);
}

} // namespace model::store
