// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/suggestion_table.h"

#include "model/annotate/names.h"
#include "model/store/passage_columns.h"
#include "model/store/query.h"
#include "model/store/rejection_table.h"

#include <algorithm>

namespace model::store {
namespace {

const QByteArray selectTag = QByteArray("SELECT t.id, t.kind, ") + passageColumns +
                             ", t.name, t.score FROM suggestion_tag AS t"
                             " JOIN document ON document.number = t.document ";
const QByteArray linkColumns = QByteArray("SELECT l.id, l.evidence, ") + passageColumns +
                               ", l.partner, l.permission, l.stance, l.period_from, l.period_to, l.speaker,"
                               " l.partner_tag, l.permission_tag, l.score";
const QByteArray fromLinks = " FROM suggestion_link AS l JOIN suggestion_tag AS t ON t.id = l.evidence"
                             " JOIN document ON document.number = l.document ";
const QByteArray selectLink = linkColumns + fromLinks;
constexpr const char *readingOrder = " ORDER BY t.document, t.first_page, t.start, t.last_page DESC, t.\"end\" DESC,";

TagSuggestion tagFrom(const Statement &row)
{
    return {SuggestionId::fromNumber(row.integer(0)), row.word(1, &tagKindFromWord), passageFrom(row, 2), row.text(10),
            row.real(11)};
}

std::optional<SuggestionId> idFrom(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(SuggestionId::fromNumber(row.integer(column)));
}

LinkSuggestion linkFrom(const Statement &row)
{
    LinkSuggestion link{SuggestionId::fromNumber(row.integer(0)),
                        SuggestionId::fromNumber(row.integer(1)),
                        passageFrom(row, 2),
                        row.text(10),
                        row.text(11),
                        row.word(12, &stanceFromWord)};
    link.period = {PartialDate::fromString(row.text(13)), PartialDate::fromString(row.text(14))};
    link.speaker = row.text(15);
    link.partnerTag = idFrom(row, 16);
    link.permissionTag = idFrom(row, 17);
    link.score = row.real(18);
    return link;
}

std::optional<qint64> numberOf(const std::optional<SuggestionId> &id)
{
    return id ? std::optional(id->number()) : std::nullopt;
}

/// The open tags and links that `where`, over t or l and document, lets through.
template <class... Values>
Result<Suggestions> openOnes(Database &database, const QByteArray &where, const Values &...values)
{
    auto tags =
        queryAll(database, selectTag + where + " AND t.is_open = 1" + readingOrder + " t.id", tagFrom, values...);
    if (!tags)
        return tags.error();
    auto links =
        queryAll(database, selectLink + where + " AND l.is_open = 1" + readingOrder + " l.partner, l.permission, l.id",
                 linkFrom, values...);
    if (!links)
        return links.error();
    return Suggestions{*std::move(tags), *std::move(links)};
}

Result<std::vector<qint64>> documentsWhere(Database &database, const QByteArray &sql, const auto &value)
{
    return queryAll(database, sql, firstNumber, value);
}

} // namespace

Result<void> SuggestionTable::replaceAll(qint64 document, const Suggestions &suggestions, const SuggestionBasis &basis)
{
    if (const auto removed = removeAll(document); !removed)
        return removed;
    if (const auto appended = append(document, suggestions); !appended)
        return appended;
    return finish(document, basis);
}

Result<void> SuggestionTable::append(qint64 document, const Suggestions &suggestions)
{
    // The same suggested twice is one suggestion.
    Result<Statement> insertTag = m_database.prepare(
        "INSERT OR IGNORE INTO suggestion_tag (id, document, first_page, start, last_page, \"end\", quote, prefix,"
        " suffix, quote_key, kind, name, name_key, score, is_open) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "0)");
    if (!insertTag)
        return insertTag.error();
    for (const TagSuggestion &tag : suggestions.tags) {
        const Passage &passage = tag.passage;
        insertTag->bind(1, tag.id.number())
            .bind(2, document)
            .bind(3, passage.firstPage)
            .bind(4, static_cast<qint64>(passage.start))
            .bind(5, passage.lastPage)
            .bind(6, static_cast<qint64>(passage.end))
            .bind(7, passage.quote)
            .bind(8, passage.prefix)
            .bind(9, passage.suffix)
            .bind(10, quoteKey(passage.quote))
            .bind(11, toWord(tag.kind))
            .bind(12, tag.name)
            .bind(13, tag.kind == TagKind::Partner ? annotate::nameKeyOf(tag.name) : QString())
            .bind(14, std::clamp(tag.score, 0.0, 1.0));
        if (const auto inserted = insertTag->run(); !inserted)
            return inserted;
    }
    Result<Statement> insertLink = m_database.prepare(
        "INSERT OR IGNORE INTO suggestion_link (id, document, evidence, partner_tag, permission_tag, partner,"
        " partner_key, permission, stance, period_from, period_to, speaker, score, is_open)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
    if (!insertLink)
        return insertLink.error();
    for (const LinkSuggestion &link : suggestions.links) {
        insertLink->bind(1, link.id.number())
            .bind(2, document)
            .bind(3, link.evidence.number())
            .bind(4, numberOf(link.partnerTag))
            .bind(5, numberOf(link.permissionTag))
            .bind(6, link.partner)
            .bind(7, annotate::nameKeyOf(link.partner))
            .bind(8, link.permission)
            .bind(9, toWord(link.stance))
            .bind(10, toText(link.period.from))
            .bind(11, toText(link.period.to))
            .bind(12, link.speaker)
            .bind(13, std::clamp(link.score, 0.0, 1.0));
        if (const auto inserted = insertLink->run(); !inserted)
            return inserted;
    }
    return {};
}

Result<void> SuggestionTable::finish(qint64 document, const SuggestionBasis &basis)
{
    return execute(m_database, "INSERT OR REPLACE INTO suggestion_basis (document, basis, model) VALUES (?, ?, ?)",
                   document, basis.basis, basis.model);
}

Result<void> SuggestionTable::removeAll(qint64 document)
{
    for (const char *sql :
         {"DELETE FROM suggestion_link WHERE document = ?", "DELETE FROM suggestion_tag WHERE document = ?",
          "DELETE FROM suggestion_basis WHERE document = ?"}) {
        if (const auto removed = execute(m_database, sql, document); !removed)
            return removed;
    }
    return {};
}

Result<void> SuggestionTable::outdate(qint64 document)
{
    return execute(m_database, "DELETE FROM suggestion_basis WHERE document = ?", document);
}

Result<Suggestions> SuggestionTable::ofDocument(qint64 document) const
{
    return openOnes(m_database, "WHERE t.document = ?1", document);
}

Result<Suggestions> SuggestionTable::all() const
{
    return openOnes(m_database, "WHERE TRUE");
}

Result<qint64> SuggestionTable::openCount() const
{
    return queryNumber(m_database, "SELECT (SELECT count(*) FROM suggestion_tag WHERE is_open = 1)"
                                   " + (SELECT count(*) FROM suggestion_link WHERE is_open = 1)");
}

Result<std::vector<SuggestedFinding>> SuggestionTable::findings() const
{
    auto rows = bound(m_database, "SELECT partner, permission, stance, coalesce(origin, document), count(*), max(score)"
                                  " FROM suggestion_link LEFT JOIN copy_group USING (document)"
                                  " WHERE is_open = 1 GROUP BY partner, permission, stance, document"
                                  " ORDER BY partner, permission, stance, document");
    if (!rows)
        return rows.error();
    std::vector<SuggestedFinding> findings;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            return findings;
        const QString partner = rows->text(0);
        const QString permission = rows->text(1);
        if (findings.empty() || findings.back().partner != partner || findings.back().permission != permission) {
            findings.emplace_back();
            findings.back().partner = partner;
            findings.back().permission = permission;
        }
        SuggestedFinding &finding = findings.back();
        finding.passages[static_cast<size_t>(rows->word(2, &stanceFromWord))] += static_cast<int>(rows->integer(4));
        finding.documents.insert(rows->integer(3));
        finding.score = std::max(finding.score, rows->real(5));
        if (!rows->isSound())
            return damagedRow("suggestion_link");
    }
}

Result<std::vector<DatedSuggestion>> SuggestionTable::dated() const
{
    return queryAll(
        m_database,
        linkColumns +
            ", coalesce((SELECT path FROM origin WHERE origin.document = document.number ORDER BY id LIMIT 1), '')" +
            fromLinks +
            "WHERE l.is_open = 1 AND (l.period_from <> '' OR l.period_to <> '') ORDER BY l.partner, l.permission,"
            " t.document, t.first_page, t.start, t.last_page DESC, t.\"end\" DESC, l.id",
        [](const Statement &row) {
            const QString path = row.text(19);
            return DatedSuggestion{linkFrom(row), path.mid(path.lastIndexOf(u'/') + 1)};
        });
}

Result<std::vector<LinkSuggestion>> SuggestionTable::ofFinding(const QString &partner, const QString &permission) const
{
    return queryAll(m_database,
                    selectLink + "WHERE l.partner = ? AND l.permission = ? AND l.is_open = 1" + readingOrder + " l.id",
                    linkFrom, partner, permission);
}

Result<std::optional<TagSuggestion>> SuggestionTable::findTag(const SuggestionId &id) const
{
    return queryOne(m_database, selectTag + "WHERE t.id = ?", tagFrom, id.number());
}

Result<std::optional<LinkSuggestion>> SuggestionTable::findLink(const SuggestionId &id) const
{
    return queryOne(m_database, selectLink + "WHERE l.id = ?", linkFrom, id.number());
}

Result<bool> SuggestionTable::isOpen(const SuggestionId &id) const
{
    const auto open = queryNumber(m_database,
                                  "SELECT coalesce((SELECT is_open FROM suggestion_tag WHERE id = ?1), 0)"
                                  " OR coalesce((SELECT is_open FROM suggestion_link WHERE id = ?1), 0)",
                                  id.number());
    if (!open)
        return open.error();
    return *open != 0;
}

Result<std::vector<qint64>> SuggestionTable::outOfDate(const Sha256 &basis) const
{
    return documentsWhere(m_database,
                          "SELECT number FROM document LEFT JOIN suggestion_basis AS b ON b.document = number"
                          " WHERE state = 'read' AND kind <> 'archive' AND (b.basis IS NULL OR b.basis <> ?)"
                          " ORDER BY number",
                          basis);
}

Result<std::vector<qint64>> SuggestionTable::documentsQuoting(const QString &quote) const
{
    return documentsWhere(m_database, "SELECT DISTINCT document FROM suggestion_tag WHERE quote_key = ? ORDER BY 1",
                          quoteKey(quote));
}

Result<std::vector<qint64>> SuggestionTable::documentsNaming(const QString &partner) const
{
    return documentsWhere(m_database,
                          "SELECT document FROM suggestion_tag WHERE name_key = ?1 AND name_key <> ''"
                          " UNION SELECT document FROM suggestion_link WHERE partner_key = ?1 ORDER BY 1",
                          annotate::nameKeyOf(partner));
}

Result<std::vector<qint64>> SuggestionTable::documents() const
{
    return queryAll(m_database, "SELECT document FROM suggestion_basis ORDER BY document", firstNumber);
}

} // namespace model::store
