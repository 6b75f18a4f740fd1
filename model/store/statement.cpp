// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/statement.h"

#include "model/store/database.h"

#include <sqlite3.h>

#include <utility>

namespace model::store {

PreparedStatement::~PreparedStatement()
{
    sqlite3_finalize(handle);
}

Statement::Statement(Database &database, PreparedStatement &prepared)
    : m_database(&database)
    , m_prepared(&prepared)
{
    m_prepared->inUse = true;
}

Statement::Statement(Database &database, std::unique_ptr<PreparedStatement> own)
    : m_database(&database)
    , m_prepared(own.get())
    , m_own(std::move(own))
{
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_prepared(std::exchange(other.m_prepared, nullptr))
    , m_own(std::move(other.m_own))
    , m_bindError(other.m_bindError)
    , m_isSound(other.m_isSound)
{
}

Statement::~Statement()
{
    if (!m_prepared)
        return;
    reset();
    m_prepared->inUse = false;
}

void Statement::reset()
{
    sqlite3_reset(m_prepared->handle);
    sqlite3_clear_bindings(m_prepared->handle);
    m_bindError = SQLITE_OK;
}

Statement &Statement::bind(int parameter, qint64 value)
{
    const int code = sqlite3_bind_int64(m_prepared->handle, parameter, value);
    m_bindError = m_bindError == SQLITE_OK ? code : m_bindError;
    return *this;
}

Statement &Statement::bind(int parameter, double value)
{
    const int code = sqlite3_bind_double(m_prepared->handle, parameter, value);
    m_bindError = m_bindError == SQLITE_OK ? code : m_bindError;
    return *this;
}

Statement &Statement::bind(int parameter, const QString &text)
{
    // SQLite takes a null pointer for NULL, whatever the length says.
    const QByteArray utf8 = text.toUtf8();
    const int code = sqlite3_bind_text64(m_prepared->handle, parameter, utf8.isEmpty() ? "" : utf8.constData(),
                                         static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    m_bindError = m_bindError == SQLITE_OK ? code : m_bindError;
    return *this;
}

Statement &Statement::bind(int parameter, const QByteArray &blob)
{
    const int code = sqlite3_bind_blob64(m_prepared->handle, parameter, blob.isEmpty() ? "" : blob.constData(),
                                         static_cast<sqlite3_uint64>(blob.size()), SQLITE_TRANSIENT);
    m_bindError = m_bindError == SQLITE_OK ? code : m_bindError;
    return *this;
}

Statement &Statement::bindNull(int parameter)
{
    const int code = sqlite3_bind_null(m_prepared->handle, parameter);
    m_bindError = m_bindError == SQLITE_OK ? code : m_bindError;
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK)
        return errorFromSqlite(m_bindError, QStringLiteral("bind"), QString());
    const int code = sqlite3_step(m_prepared->handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return m_database->lastError(QString::fromUtf8(sqlite3_sql(m_prepared->handle)));
}

Result<void> Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row) {
            const Error error = row.error();
            reset();
            return error;
        }
        if (!*row)
            break;
    }
    reset();
    return {};
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_prepared->handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_prepared->handle, column);
}

QString Statement::text(int column) const
{
    const unsigned char *utf8 = sqlite3_column_text(m_prepared->handle, column);
    return QString::fromUtf8(reinterpret_cast<const char *>(utf8), sqlite3_column_bytes(m_prepared->handle, column));
}

QByteArrayView Statement::bytes(int column) const
{
    const void *start = sqlite3_column_blob(m_prepared->handle, column);
    return QByteArrayView(static_cast<const char *>(start), sqlite3_column_bytes(m_prepared->handle, column));
}

QByteArray Statement::blob(int column) const
{
    return bytes(column).toByteArray();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_prepared->handle, column) == SQLITE_NULL;
}

Sha256 Statement::sha256(int column) const
{
    if (const auto sha = Sha256::fromBytes(blob(column)))
        return *sha;
    m_isSound = false;
    return *Sha256::fromBytes(QByteArray(32, '\0'));
}

} // namespace model::store
