// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/rejection_table.h"

#include "model/base/overloaded.h"
#include "model/store/passage_columns.h"
#include "model/store/query.h"

namespace model::store {
namespace {

const QByteArray selectRejection =
    QByteArray("SELECT rejection.id, rejection.kind, ") + passageColumns + ", name, permission, stance";
constexpr const char *fromRejection = " FROM rejection JOIN document ON document.number = rejection.document";

Rejection rejectionFrom(const Statement &row)
{
    const Passage passage = passageFrom(row, 2);
    const RejectionId id = row.id<Rejection>(0);
    if (row.text(1) == u"link")
        return {id, passage, RejectedLink{row.text(10), row.text(11), row.word(12, &stanceFromWord)}};
    return {id, passage, RejectedTag{row.word(1, &tagKindFromWord), row.text(10)}};
}

/// What the columns kind, name, permission and stance hold.
struct What {
    QString kind;
    QString name;
    QString permission;
    QString stance;
};

What whatOf(const Rejection &rejection)
{
    return std::visit(Overloaded{
                          [](const RejectedTag &tag) {
                              return What{toWord(tag.kind), tag.name, {}, {}};
                          },
                          [](const RejectedLink &link) {
                              return What{QStringLiteral("link"), link.partner, link.permission, toWord(link.stance)};
                          },
                      },
                      rejection.what);
}

} // namespace

qint64 quoteKey(const QString &quote)
{
    const QByteArray hash = Sha256::of(quote.simplified().toUtf8()).bytes();
    quint64 key = 0;
    for (int i = 0; i < 8; ++i)
        key = key << 8 | static_cast<quint8>(hash[i]);
    return static_cast<qint64>(key);
}

Result<std::optional<SignedRejection>> RejectionTable::find(const RejectionId &id) const
{
    return queryOne(
        m_database, selectRejection + ", author, decided_ms" + fromRejection + " WHERE rejection.id = ?",
        [](const Statement &row) {
            return SignedRejection{rejectionFrom(row), {row.text(13), row.integer(14)}};
        },
        id);
}

Result<std::vector<Rejection>> RejectionTable::all() const
{
    return queryAll(m_database, selectRejection + fromRejection + " ORDER BY rejection.id", rejectionFrom);
}

Result<std::vector<Rejection>> RejectionTable::concerning(qint64 document) const
{
    return queryAll(m_database,
                    selectRejection + fromRejection +
                        " WHERE rejection.document = ?1"
                        " OR EXISTS (SELECT 1 FROM suggestion_tag WHERE suggestion_tag.quote_key = rejection.quote_key"
                        " AND suggestion_tag.document = ?1) ORDER BY rejection.id",
                    rejectionFrom, document);
}

Result<void> RejectionTable::insert(const Rejection &rejection, const Signature &by)
{
    const Passage &passage = rejection.passage;
    const What what = whatOf(rejection);
    return execute(m_database,
                   "INSERT INTO rejection (id, kind, document, first_page, start, last_page, \"end\", quote, prefix,"
                   " suffix, name, permission, stance, author, decided_ms, quote_key)"
                   " VALUES (?, ?, (SELECT number FROM document WHERE sha256 = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                   " ?)",
                   rejection.id, what.kind, passage.document, passage.firstPage, passage.start, passage.lastPage,
                   passage.end, passage.quote, passage.prefix, passage.suffix, what.name, what.permission, what.stance,
                   by.author, by.timeMs, quoteKey(passage.quote));
}

Result<void> RejectionTable::remove(const RejectionId &id)
{
    return execute(m_database, "DELETE FROM rejection WHERE id = ?", id);
}

Result<std::optional<BlockedName>> RejectionTable::blocked(const QString &key) const
{
    return queryOne(
        m_database,
        "SELECT name, sha256 FROM blocked_name LEFT JOIN document ON document.number = blocked_name.document"
        " WHERE name_key = ?",
        [](const Statement &row) {
            return BlockedName{row.text(0), row.isNull(1) ? std::nullopt : std::optional(row.sha256(1))};
        },
        key);
}

Result<QStringList> RejectionTable::blockedNames() const
{
    const auto names = queryAll(m_database, "SELECT name FROM blocked_name ORDER BY name_key",
                                [](const Statement &row) { return row.text(0); });
    if (!names)
        return names.error();
    return QStringList(names->begin(), names->end());
}

Result<void> RejectionTable::block(const BlockedName &blocked)
{
    return execute(m_database,
                   "INSERT INTO blocked_name (name_key, name, document)"
                   " VALUES (?, ?, (SELECT number FROM document WHERE sha256 = ?))",
                   nameKey(blocked.name), blocked.name, blocked.document);
}

Result<void> RejectionTable::unblock(const QString &key)
{
    return execute(m_database, "DELETE FROM blocked_name WHERE name_key = ?", key);
}

} // namespace model::store
