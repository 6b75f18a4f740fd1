// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/transaction.h"

#include "model/store/database.h"

#include <sqlite3.h>

#include <utility>

namespace model::store {

Result<Transaction> Transaction::begin(Database &database)
{
    if (const Result<void> begun = database.run("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    // After a full disk SQLite may have rolled back already; a second ROLLBACK then fails, and that is all right.
    if (m_database)
        static_cast<void>(m_database->run("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    if (const Result<void> committed = m_database->run("COMMIT"); !committed)
        return committed;
    m_database = nullptr;
    return {};
}

Snapshot::Snapshot(Database &database)
{
    if (sqlite3_get_autocommit(database.handle()) == 0)
        return;
    // Interrupted just now, it may have begun all the same.
    static_cast<void>(database.run("BEGIN"));
    if (sqlite3_get_autocommit(database.handle()) == 0)
        m_database = &database;
}

Snapshot::~Snapshot()
{
    // An interrupt that comes just now stops the end as it would any statement; left open, the connection would see
    // this state for ever. Interrupts are few: one for each question that is given up.
    constexpr int mostTries = 1000;
    for (int i = 0; m_database && i < mostTries && sqlite3_get_autocommit(m_database->handle()) == 0; ++i)
        static_cast<void>(m_database->run("COMMIT"));
}

} // namespace model::store
