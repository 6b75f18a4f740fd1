// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/tag_table.h"

#include "model/store/passage_columns.h"
#include "model/store/query.h"

namespace model::store {
namespace {

const QByteArray selectTag = QByteArray("SELECT tag.id, tag.kind, ") + passageColumns + ", subject";
constexpr const char *readingOrder = "first_page, start, last_page, \"end\", tag.id";

Tag tagFrom(const Statement &row)
{
    return {row.id<Tag>(0), row.word(1, &tagKindFromWord), passageFrom(row, 2), row.optionalId<Subject>(10)};
}

} // namespace

Result<std::optional<SignedTag>> TagTable::find(const TagId &id) const
{
    return queryOne(
        m_database,
        selectTag + ", author, decided_ms FROM tag JOIN document ON document.number = tag.document WHERE tag.id = ?",
        [](const Statement &row) {
            return SignedTag{tagFrom(row), {row.text(11), row.integer(12)}};
        },
        id);
}

Result<std::vector<Tag>> TagTable::ofDocument(const Sha256 &sha) const
{
    return queryAll(m_database,
                    selectTag +
                        " FROM document JOIN tag ON tag.document = document.number WHERE document.sha256 = ?"
                        " ORDER BY " +
                        readingOrder,
                    tagFrom, sha);
}

Result<std::vector<Tag>> TagTable::onPage(const Sha256 &sha, int pageIndex) const
{
    // A passage runs on over one page break at most, so the index serves both ends.
    return queryAll(m_database,
                    selectTag +
                        " FROM document JOIN tag ON tag.document = document.number WHERE document.sha256 = ?1"
                        " AND first_page BETWEEN ?2 - 1 AND ?2 AND last_page >= ?2"
                        " ORDER BY " +
                        readingOrder,
                    tagFrom, sha, pageIndex);
}

Result<std::vector<Tag>> TagTable::naming(const SubjectId &root) const
{
    return queryAll(m_database,
                    selectTag +
                        " FROM subject JOIN tag ON tag.subject = subject.id"
                        " JOIN document ON document.number = tag.document WHERE subject.root = ?"
                        " ORDER BY document.number, " +
                        readingOrder,
                    tagFrom, root);
}

Result<void> TagTable::insert(const Tag &tag, const Signature &by)
{
    const Passage &passage = tag.passage;
    return execute(m_database,
                   "INSERT INTO tag (id, kind, document, first_page, start, last_page, \"end\", quote, prefix, suffix,"
                   " subject, author, decided_ms) VALUES (?, ?, (SELECT number FROM document WHERE sha256 = ?),"
                   " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   tag.id, toWord(tag.kind), passage.document, passage.firstPage, passage.start, passage.lastPage,
                   passage.end, passage.quote, passage.prefix, passage.suffix, tag.subject, by.author, by.timeMs);
}

Result<void> TagTable::change(const Tag &tag, const Signature &by)
{
    const Passage &passage = tag.passage;
    return execute(m_database,
                   "UPDATE tag SET kind = ?2, first_page = ?3, start = ?4, last_page = ?5, \"end\" = ?6, quote = ?7,"
                   " prefix = ?8, suffix = ?9, subject = ?10, author = ?11, decided_ms = ?12 WHERE id = ?1",
                   tag.id, toWord(tag.kind), passage.firstPage, passage.start, passage.lastPage, passage.end,
                   passage.quote, passage.prefix, passage.suffix, tag.subject, by.author, by.timeMs);
}

Result<void> TagTable::remove(const TagId &id)
{
    return execute(m_database, "DELETE FROM tag WHERE id = ?", id);
}

} // namespace model::store
