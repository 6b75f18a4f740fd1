// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/document_table.h"

#include "model/store/facts_json.h"
#include "model/store/page_table.h"
#include "model/store/query.h"

#include <map>

namespace model::store {
namespace {

DocumentTable::Origin originFrom(const Statement &row)
{
    return {row.integer(0), row.sha256(1), row.integer(2), row.text(3), row.integer(4)};
}

DocumentTable::Waiting waitingFrom(const Statement &row)
{
    return {row.integer(0), row.sha256(1), row.integer(2)};
}

DocumentTable::ArchivePlace placeFrom(const Statement &row)
{
    return {row.sha256(0), row.text(1), row.integer(2),
            documentStateFromWord(row.text(3)).value_or(DocumentState::Refused), row.integer(4)};
}

} // namespace

Result<qint64> DocumentTable::addBundle(const QString &label, qint64 importedMs)
{
    return queryNumber(m_database, "INSERT INTO bundle (label, imported_ms) VALUES (?, ?) RETURNING id", label,
                       importedMs);
}

Result<qint64> DocumentTable::addDocument(const Sha256 &sha, qint64 size, FileKind kind)
{
    const auto known = numberOf(sha);
    if (!known)
        return known.error();
    if (*known)
        return **known;
    // NULL: the next one.
    return queryNumber(m_database,
                       "INSERT INTO document (number, sha256, size, kind, state) VALUES"
                       " (iif(?3 = 'archive', (SELECT min(0, coalesce(min(number), 0)) - 1 FROM document), NULL),"
                       " ?1, ?2, ?3, 'waiting') RETURNING number",
                       sha, size, toWord(kind));
}

Result<qint64> DocumentTable::putInList(qint64 number)
{
    if (number > 0)
        return number;
    // The sequence moves on as with an insertion, so that the number is never given again.
    const auto next =
        queryNumber(m_database, "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'document'");
    if (!next)
        return next.error();
    if (const auto deferred = m_database.run("PRAGMA defer_foreign_keys = ON"); !deferred)
        return deferred.error();
    for (const char *sql :
         {"UPDATE document SET number = ?2 WHERE number = ?1", "UPDATE origin SET document = ?2 WHERE document = ?1"}) {
        if (const auto moved = execute(m_database, sql, number, *next); !moved)
            return moved.error();
    }
    if (const auto counted = execute(m_database, "UPDATE sqlite_sequence SET seq = ? WHERE name = 'document'", *next);
        !counted)
        return counted.error();
    return *next;
}

Result<void> DocumentTable::addOrigin(qint64 number, qint64 bundle, const QString &path)
{
    return execute(m_database, "INSERT INTO origin (document, bundle, path) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                   number, bundle, path);
}

Result<std::vector<DocumentTable::Origin>> DocumentTable::originsWithoutReceipt() const
{
    return queryAll(m_database,
                    "SELECT id, sha256, size, path, receipt FROM origin JOIN document ON number = document"
                    " WHERE receipt IS NULL ORDER BY id",
                    originFrom);
}

Result<std::vector<DocumentTable::Origin>> DocumentTable::origins() const
{
    return queryAll(m_database,
                    "SELECT id, sha256, size, path, receipt FROM origin JOIN document ON number = document ORDER BY id",
                    originFrom);
}

Result<void> DocumentTable::markReceipted(qint64 seq, const std::vector<Origin> &origins)
{
    for (const Origin &origin : origins) {
        if (const auto marked = execute(m_database, "UPDATE origin SET receipt = ?2 WHERE id = ?1", origin.id, seq);
            !marked)
            return marked;
    }
    return {};
}

Result<std::vector<DocumentTable::Waiting>> DocumentTable::waiting() const
{
    return queryAll(m_database,
                    "SELECT number, sha256, size FROM document WHERE state = 'waiting'"
                    " AND kind NOT IN ('archive', 'office')"
                    " ORDER BY number",
                    waitingFrom);
}

Result<void> DocumentTable::storeRead(qint64 number, const DocumentFacts &facts, const std::vector<PageText> &pages,
                                      const QStringList &complaints, const QString &textVersion)
{
    if (const auto stored = PageTable(m_database).replaceAll(number, pages); !stored)
        return stored;
    return markRead(number, facts, static_cast<int>(pages.size()), complaints, textVersion);
}

Result<void> DocumentTable::markRead(qint64 number, const DocumentFacts &facts, int pageCount,
                                     const QStringList &complaints, const QString &textVersion)
{
    return execute(m_database,
                   "UPDATE document SET kind = ?2, state = 'read', reason = '', reason_text = '', page_count = ?3,"
                   " own_title = ?4, facts = ?5, complaints = ?6, text_version = ?7 WHERE number = ?1",
                   number, toWord(facts.kind), pageCount, ownTitle(facts), toJson(facts), toJson(complaints),
                   textVersion);
}

Result<std::vector<qint64>> DocumentTable::refused() const
{
    return queryAll(m_database, "SELECT number FROM document WHERE state = 'refused' ORDER BY number", firstNumber);
}

Result<std::vector<DocumentTable::Waiting>> DocumentTable::encryptedBeside(const std::vector<qint64> &numbers) const
{
    std::map<qint64, Waiting> found;
    for (const qint64 number : numbers) {
        const auto some =
            queryAll(m_database,
                     "SELECT DISTINCT number, sha256, size FROM origin AS own JOIN origin AS other USING (bundle)"
                     " JOIN document ON number = other.document"
                     " WHERE own.document = ? AND state = 'refused' AND reason = 'encrypted'",
                     waitingFrom, number);
        if (!some)
            return some.error();
        for (const Waiting &one : *some)
            found.insert({one.number, one});
    }
    for (const qint64 number : numbers)
        found.erase(number);
    std::vector<Waiting> others;
    for (const auto &[number, one] : found)
        others.push_back(one);
    return others;
}

Result<bool> DocumentTable::hasAny() const
{
    const auto found = queryNumber(m_database, "SELECT EXISTS (SELECT 1 FROM document WHERE number > 0)");
    if (!found)
        return found.error();
    return *found != 0;
}

Result<std::optional<qint64>> DocumentTable::bundleOf(qint64 number, const QString &path, const QString &label) const
{
    return queryOne(m_database,
                    "SELECT bundle FROM origin JOIN bundle ON bundle.id = bundle"
                    " WHERE document = ? AND path = ? AND label = ?",
                    firstNumber, number, path, label);
}

Result<void> DocumentTable::letBeRead(qint64 number)
{
    return execute(m_database, "UPDATE document SET kind = 'unknown' WHERE number = ? AND state = 'waiting'", number);
}

Result<std::vector<DocumentTable::ArchivePlace>> DocumentTable::archives() const
{
    return queryAll(m_database,
                    "SELECT sha256, path, bundle, state, size FROM document JOIN origin ON document = number"
                    " WHERE kind IN ('archive', 'mail') ORDER BY origin.id",
                    placeFrom);
}

Result<void> DocumentTable::noteHeldFiles(qint64 number)
{
    return execute(m_database, "INSERT INTO held_files (document, taken) VALUES (?, 0) ON CONFLICT DO NOTHING", number);
}

Result<void> DocumentTable::markHeldFilesTaken(qint64 number)
{
    return execute(m_database,
                   "INSERT INTO held_files (document, taken) VALUES (?, 1) ON CONFLICT DO UPDATE SET taken = 1",
                   number);
}

Result<void> DocumentTable::takeHeldFilesAgain(qint64 number)
{
    return execute(m_database, "UPDATE held_files SET taken = 0 WHERE document = ?", number);
}

Result<std::vector<DocumentTable::ArchivePlace>> DocumentTable::holdingFiles() const
{
    return queryAll(m_database,
                    "SELECT sha256, path, bundle, state, size FROM held_files JOIN document ON number = document"
                    " JOIN origin USING (document) WHERE taken = 0 AND state = 'read' ORDER BY origin.id",
                    placeFrom);
}

Result<std::vector<DocumentTable::ArchivePlace>> DocumentTable::placesOf(qint64 number) const
{
    return queryAll(m_database,
                    "SELECT sha256, path, bundle, state, size FROM document JOIN origin ON document = number"
                    " WHERE number = ? ORDER BY origin.id",
                    placeFrom, number);
}

Result<std::optional<Sha256>> DocumentTable::foundAt(qint64 bundle, const QString &path) const
{
    return queryOne(
        m_database, "SELECT sha256 FROM origin JOIN document ON number = document WHERE bundle = ? AND path = ?",
        [](const Statement &row) { return row.sha256(0); }, bundle, path);
}

Result<void> DocumentTable::storeArchive(qint64 number)
{
    return execute(m_database,
                   "UPDATE document SET kind = 'archive', state = 'read', reason = '', reason_text = ''"
                   " WHERE number = ?",
                   number);
}

Result<void> DocumentTable::storeOffice(qint64 number, const DocumentFacts &facts)
{
    return execute(m_database,
                   "UPDATE document SET kind = ?2, facts = ?3, state = 'waiting', reason = '', reason_text = ''"
                   " WHERE number = ?1",
                   number, toWord(facts.kind), toJson(facts));
}

Result<void> DocumentTable::storeObstacle(qint64 number, RefusalReason reason, const QString &sentence)
{
    return execute(m_database,
                   "UPDATE document SET reason = ?2, reason_text = ?3 WHERE number = ?1 AND state = 'waiting'", number,
                   toWord(reason), sentence);
}

Result<void> DocumentTable::storeRefusal(qint64 number, RefusalReason reason, const QString &sentence,
                                         const QStringList &complaints)
{
    return execute(m_database,
                   "UPDATE document SET state = 'refused', reason = ?2, reason_text = ?3, complaints = ?4"
                   " WHERE number = ?1",
                   number, toWord(reason), sentence, toJson(complaints));
}

Result<bool> DocumentTable::retry(qint64 number)
{
    const auto changed = queryNumber(m_database,
                                     "UPDATE document SET state = 'waiting', reason = '', reason_text = '',"
                                     " kind = iif(kind = 'office', 'unknown', kind)"
                                     " WHERE number = ? AND state = 'refused' RETURNING number",
                                     number);
    if (!changed)
        return changed.error();
    return *changed != 0;
}

Result<void> DocumentTable::readAllAgain()
{
    return m_database.run("UPDATE document SET state = 'waiting', reason = '', reason_text = '',"
                          " kind = iif(kind = 'office', 'unknown', kind)"
                          " WHERE NOT (kind = 'archive' AND state = 'read')");
}

Result<void> DocumentTable::remove(qint64 number)
{
    if (const auto removed = PageTable(m_database).removeAll(number); !removed)
        return removed;
    for (const char *sql :
         {"DELETE FROM document_title WHERE document = ?",
          "UPDATE bundle SET label = '' WHERE EXISTS (SELECT 1 FROM origin WHERE origin.document = ?"
          " AND origin.bundle = bundle.id AND substr('/' || path, -length(label) - 1) = '/' || label)"}) {
        if (const auto done = execute(m_database, sql, number); !done)
            return done;
    }
    const auto bundles =
        queryAll(m_database, "SELECT DISTINCT bundle FROM origin WHERE document = ?", firstNumber, number);
    if (!bundles)
        return bundles.error();
    if (const auto removed = execute(m_database, "DELETE FROM document WHERE number = ?", number); !removed)
        return removed;
    for (const qint64 bundle : *bundles) {
        const auto removed =
            execute(m_database,
                    "DELETE FROM bundle WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM origin WHERE bundle = ?1)", bundle);
        if (!removed)
            return removed;
    }
    return {};
}

Result<std::optional<qint64>> DocumentTable::numberOf(const Sha256 &sha) const
{
    return queryOne(m_database, "SELECT number FROM document WHERE sha256 = ?", firstNumber, sha);
}

Result<std::optional<Sha256>> DocumentTable::hashOf(qint64 number) const
{
    return queryOne(
        m_database, "SELECT sha256 FROM document WHERE number = ?", [](const Statement &row) { return row.sha256(0); },
        number);
}

Result<QString> DocumentTable::reporterTitle(const Sha256 &sha) const
{
    const auto title = queryOne(
        m_database, "SELECT title FROM document_title JOIN document ON number = document WHERE sha256 = ?",
        [](const Statement &row) { return row.text(0); }, sha);
    if (!title)
        return title.error();
    return title->value_or(QString());
}

Result<void> DocumentTable::setReporterTitle(const Sha256 &sha, const QString &title)
{
    if (title.isEmpty())
        return execute(m_database,
                       "DELETE FROM document_title WHERE document = (SELECT number FROM document WHERE sha256 = ?)",
                       sha);
    return execute(m_database,
                   "INSERT INTO document_title (document, title)"
                   " VALUES ((SELECT number FROM document WHERE sha256 = ?), ?)"
                   " ON CONFLICT DO UPDATE SET title = excluded.title",
                   sha, title);
}

} // namespace model::store
