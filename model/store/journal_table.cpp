// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/journal_table.h"

#include "model/store/query.h"

namespace model::store {
namespace {

JournalRow entryFrom(const Statement &row)
{
    return {row.integer(0), row.text(1),   row.text(2),   row.integer(3),
            row.integer(4), row.sha256(5), row.sha256(6), row.sha256(7)};
}

JournalPartRow partFrom(const Statement &row)
{
    const bool erased = row.isNull(2) || row.isNull(3);
    return {row.integer(0), row.integer(1), row.blob(2), erased ? std::nullopt : std::optional<QString>(row.text(3)),
            row.sha256(4)};
}

} // namespace

Result<std::optional<JournalRow>> JournalTable::head() const
{
    return queryOne(m_database,
                    "SELECT seq, kind, author, time_ms, target, payload_hash, previous_hash, hash FROM journal"
                    " ORDER BY seq DESC LIMIT 1",
                    entryFrom);
}

Result<std::optional<JournalRow>> JournalTable::entry(qint64 seq) const
{
    return queryOne(m_database,
                    "SELECT seq, kind, author, time_ms, target, payload_hash, previous_hash, hash FROM journal"
                    " WHERE seq = ?",
                    entryFrom, seq);
}

Result<std::vector<JournalRow>> JournalTable::entries(qint64 afterSeq, qint64 count) const
{
    return queryAll(m_database,
                    "SELECT seq, kind, author, time_ms, target, payload_hash, previous_hash, hash FROM journal"
                    " WHERE seq > ? ORDER BY seq LIMIT ?",
                    entryFrom, afterSeq, count);
}

Result<std::vector<qint64>> JournalTable::ofKind(const QString &kind) const
{
    return queryAll(m_database, "SELECT seq FROM journal WHERE kind = ? ORDER BY seq", firstNumber, kind);
}

Result<std::optional<JournalRow>> JournalTable::withHash(const Sha256 &hash) const
{
    return queryOne(m_database,
                    "SELECT seq, kind, author, time_ms, target, payload_hash, previous_hash, hash FROM journal"
                    " WHERE hash = ?",
                    entryFrom, hash);
}

Result<std::vector<JournalPartRow>> JournalTable::parts(qint64 seq) const
{
    return queryAll(m_database, "SELECT seq, place, salt, payload, hash FROM journal_part WHERE seq = ? ORDER BY place",
                    partFrom, seq);
}

Result<std::vector<JournalPartRow>> JournalTable::partsAfter(qint64 afterSeq) const
{
    return queryAll(m_database,
                    "SELECT seq, place, salt, payload, hash FROM journal_part WHERE seq > ? ORDER BY seq, place",
                    partFrom, afterSeq);
}

Result<void> JournalTable::append(const JournalRow &row, const std::vector<JournalPartRow> &parts)
{
    const auto appended =
        execute(m_database,
                "INSERT INTO journal (seq, kind, author, time_ms, target, payload_hash, previous_hash, hash)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row.seq, row.kind, row.author, row.timeMs, row.target, row.payloadHash, row.previousHash, row.hash);
    if (!appended)
        return appended;
    for (const JournalPartRow &part : parts) {
        const std::optional<QByteArray> salt = part.payload ? std::optional(part.salt) : std::nullopt;
        const auto inserted =
            execute(m_database, "INSERT INTO journal_part (seq, place, salt, payload, hash) VALUES (?, ?, ?, ?, ?)",
                    row.seq, part.place, salt, part.payload, part.hash);
        if (!inserted)
            return inserted;
    }
    return {};
}

Result<void> JournalTable::erasePart(qint64 seq, qint64 place)
{
    return execute(m_database, "UPDATE journal_part SET salt = NULL, payload = NULL WHERE seq = ? AND place = ?", seq,
                   place);
}

} // namespace model::store
