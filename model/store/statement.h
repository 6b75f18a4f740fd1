// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/base/result.h"
#include "model/base/sha256.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace model::store {

class Database;

/// A compiled statement, kept by its Database for the next use.
struct PreparedStatement {
    explicit PreparedStatement(sqlite3_stmt *compiled)
        : handle(compiled)
    {
    }
    ~PreparedStatement();
    PreparedStatement(const PreparedStatement &) = delete;
    PreparedStatement &operator=(const PreparedStatement &) = delete;
    sqlite3_stmt *handle = nullptr;
    bool inUse = false;
};

/// One use of a prepared statement: bind, step, read columns. Resets the statement when it goes, so that no reader
/// holds back the write-ahead log. Parameters count from 1, columns from 0, as in SQLite.
class Statement final {
public:
    Statement(Database &database, PreparedStatement &prepared);
    /// Owns a statement compiled for this use alone, when the kept one is in use further up the stack.
    Statement(Database &database, std::unique_ptr<PreparedStatement> own);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(int parameter, qint64 value);
    Statement &bind(int parameter, int value) { return bind(parameter, static_cast<qint64>(value)); }
    Statement &bind(int parameter, double value);
    Statement &bind(int parameter, const QString &text); ///< a null string is bound as the empty one
    Statement &bind(int parameter, const QByteArray &blob);
    Statement &bind(int parameter, const Sha256 &sha) { return bind(parameter, sha.bytes()); }
    template <class Of> Statement &bind(int parameter, const Id<Of> &id) { return bind(parameter, id.toBytes()); }
    template <class T> Statement &bind(int parameter, const std::optional<T> &value)
    {
        return value ? bind(parameter, *value) : bindNull(parameter);
    }
    Statement &bindNull(int parameter);

    /// True: there is a row. False: done.
    Result<bool> step();
    /// Steps to the end; for statements without rows. The statement can then be bound and run again.
    Result<void> run();

    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    bool isNull(int column) const;
    // The checks of our tables say what these columns hold, but a file may come from elsewhere: what does not fit gives
    // some value of the type, and isSound() is false from then on.
    Sha256 sha256(int column) const;
    template <class Of> Id<Of> id(int column) const
    {
        if (const auto id = Id<Of>::fromBytes(bytes(column)))
            return *id;
        m_isSound = false;
        return *Id<Of>::fromBytes(QByteArray(16, '\0'));
    }
    template <class Of> std::optional<Id<Of>> optionalId(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional<Id<Of>>(id<Of>(column));
    }
    template <class T> T word(int column, std::optional<T> (*fromWord)(const QString &)) const
    {
        const std::optional<T> value = fromWord(text(column));
        m_isSound = m_isSound && value;
        return value.value_or(T{});
    }
    bool isSound() const { return m_isSound; }

    void reset();

private:
    QByteArrayView bytes(int column) const; ///< valid until the next step

    Database *m_database = nullptr;
    PreparedStatement *m_prepared = nullptr;
    std::unique_ptr<PreparedStatement> m_own;
    int m_bindError = 0; ///< the first failure to bind; reported by step
    mutable bool m_isSound = true;
};

} // namespace model::store
