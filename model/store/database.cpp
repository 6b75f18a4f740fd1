// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/database.h"

#include "model/store/fts5.h"

#include <QFile>

#include <sqlite3.h>

namespace model::store {
namespace {

int openFlags(OpenMode mode)
{
    switch (mode) {
    case OpenMode::Create:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case OpenMode::ReadWrite:
        return SQLITE_OPEN_READWRITE;
    case OpenMode::ReadOnly:
    case OpenMode::Immutable:
        break;
    }
    return SQLITE_OPEN_READONLY;
}

QString sentenceFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Full:
        return QStringLiteral("The disk is full. Make room and try again; nothing that was decided is lost.");
    case ErrorKind::Busy:
    case ErrorKind::Locked:
        return QStringLiteral("Another program is using this case. Close it there and try again.");
    case ErrorKind::ReadOnly:
        return QStringLiteral("The case can only be read, because its folder cannot be written to.");
    case ErrorKind::Damaged:
        return QStringLiteral("The case file is damaged.");
    case ErrorKind::Cancelled:
        return QStringLiteral("Stopped.");
    case ErrorKind::Io:
        return QStringLiteral("The case file could not be read or written. Check the disk it is on.");
    default:
        return QStringLiteral(
            "The case file did not take a change. This is a fault of the program; nothing was changed.");
    }
}

ErrorKind kindOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorKind::Full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::Busy;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorKind::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorKind::Damaged;
    case SQLITE_INTERRUPT:
        return ErrorKind::Cancelled;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return ErrorKind::Io;
    default:
        return ErrorKind::Bug;
    }
}

} // namespace

QByteArray uriOf(const QString &path, OpenMode mode)
{
    QByteArray uri = "file:" + path.toUtf8().toPercentEncoding("/");
    if (mode == OpenMode::ReadOnly)
        uri += "?mode=ro";
    if (mode == OpenMode::Immutable)
        uri += "?immutable=1";
    return uri;
}

Error errorFromSqlite(int code, const QString &doing, const QString &message)
{
    const ErrorKind kind = kindOf(code);
    return {kind, sentenceFor(kind), QStringLiteral("SQLite %1: %2 (%3)").arg(code).arg(message, doing)};
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, OpenMode mode, const QByteArray &vfs)
{
    if (mode == OpenMode::Create && QFile::exists(path))
        return Error{ErrorKind::Invalid, QStringLiteral("There is a case in this place already."), path};
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(uriOf(path, mode).constData(), &handle,
                                     openFlags(mode) | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                     vfs.isEmpty() ? nullptr : vfs.constData());
    std::unique_ptr<Database> database(new Database(handle));
    if (code != SQLITE_OK)
        return errorFromSqlite(code, QStringLiteral("open"),
                               handle ? QString::fromUtf8(sqlite3_errmsg(handle)) : QString());
    sqlite3_busy_timeout(handle, 5000);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    // What SQLite would put in temporary files is text of documents, and must not lie outside the case.
    if (const auto inMemory = database->run("PRAGMA temp_store = MEMORY"); !inMemory)
        return inMemory.error();
    if (const Result<void> searchable = registerSearch(handle); !searchable)
        return searchable.error();
    return database;
}

Database::~Database()
{
    m_prepared.clear();
    sqlite3_close(m_handle);
}

Result<void> Database::run(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError(QString::fromUtf8(sql.left(80)));
    return {};
}

Result<Statement> Database::prepare(const QByteArray &sql)
{
    const std::string key = sql.toStdString();
    const auto kept = m_prepared.find(key);
    if (kept != m_prepared.end() && !kept->second->inUse)
        return Statement(*this, *kept->second);
    sqlite3_stmt *compiled = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.constData(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &compiled, nullptr) != SQLITE_OK)
        return lastError(QString::fromUtf8(sql.left(80)));
    auto prepared = std::make_unique<PreparedStatement>(compiled);
    if (kept != m_prepared.end())
        return Statement(*this, std::move(prepared));
    PreparedStatement &stays = *m_prepared.emplace(key, std::move(prepared)).first->second;
    return Statement(*this, stays);
}

void Database::interrupt()
{
    sqlite3_interrupt(m_handle);
}

Error Database::lastError(const QString &doing) const
{
    return errorFromSqlite(sqlite3_extended_errcode(m_handle), doing, QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

} // namespace model::store
