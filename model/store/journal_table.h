// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// An entry as stored. What the columns mean and how they are hashed is in model/journal.
struct JournalRow {
    qint64 seq = 0;
    QString kind;
    QString author;
    qint64 timeMs = 0;
    qint64 target = 0;
    Sha256 payloadHash;
    Sha256 previousHash;
    Sha256 hash;
};

/// A part of an entry's payload. Salt and payload are there both, or erased both.
struct JournalPartRow {
    qint64 seq = 0;
    qint64 place = 0;
    QByteArray salt;
    std::optional<QString> payload;
    Sha256 hash;
};

class JournalTable final {
public:
    explicit JournalTable(Database &database)
        : m_database(database)
    {
    }

    Result<std::optional<JournalRow>> head() const; ///< nothing in an empty journal
    Result<std::optional<JournalRow>> entry(qint64 seq) const;
    Result<std::vector<JournalRow>> entries(qint64 afterSeq, qint64 count) const; ///< a negative count: all
    Result<std::vector<qint64>> ofKind(const QString &kind) const;                ///< their numbers, ascending
    Result<std::optional<JournalRow>> withHash(const Sha256 &hash) const;
    Result<std::vector<JournalPartRow>> parts(qint64 seq) const; ///< by place
    Result<std::vector<JournalPartRow>>
    partsAfter(qint64 afterSeq) const; ///< of all entries behind it, by entry, place

    Result<void> append(const JournalRow &row, const std::vector<JournalPartRow> &parts);
    Result<void> erasePart(qint64 seq, qint64 place); ///< its hash stays

private:
    Database &m_database;
};

} // namespace model::store
