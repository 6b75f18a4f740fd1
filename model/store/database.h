// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/store/statement.h"

#include <QString>

#include <memory>
#include <unordered_map>

struct sqlite3;

namespace model::store {

enum class OpenMode {
    Create, ///< a new file; it must not exist
    ReadWrite,
    ReadOnly,
    Immutable, ///< read only, on a medium or folder where nothing can be written, not even a lock
};

/// One connection. Belongs to the thread that uses it; only interrupt() may be called from another.
class Database final {
public:
    /// `vfs`: the name of a registered SQLite VFS, for tests; empty for the system's own.
    static Result<std::unique_ptr<Database>> open(const QString &path, OpenMode mode, const QByteArray &vfs = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one or more statements that return nothing of interest.
    Result<void> run(const QByteArray &sql);

    /// A statement prepared once per connection and SQL text. It is reset when the returned handle goes.
    Result<Statement> prepare(const QByteArray &sql);

    /// Makes what runs on this connection now stop with ErrorKind::Cancelled. Safe from any thread.
    void interrupt();

    sqlite3 *handle() const { return m_handle; }
    /// What SQLite says went wrong last, as an Error.
    Error lastError(const QString &doing) const;

private:
    explicit Database(sqlite3 *handle)
        : m_handle(handle)
    {
    }

    sqlite3 *m_handle = nullptr;
    std::unordered_map<std::string, std::unique_ptr<PreparedStatement>> m_prepared;
};

/// How SQLite is told, as by ATTACH too, to open a file in this mode.
QByteArray uriOf(const QString &path, OpenMode mode);

/// The Error for an SQLite result code.
Error errorFromSqlite(int code, const QString &doing, const QString &message);

} // namespace model::store
