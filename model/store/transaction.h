// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

namespace model::store {

class Database;

/// A write transaction: begins at once (IMMEDIATE), rolls back when it goes without commit(). Does not nest.
class Transaction final {
public:
    static Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Result<void> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {
    }
    Database *m_database = nullptr; ///< null once committed or moved from
};

/// Several reads that see the same state, whatever others write meanwhile. Inside a transaction it adds nothing.
class Snapshot final {
public:
    explicit Snapshot(Database &database);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Database *m_database = nullptr; ///< null when there was a transaction already
};

} // namespace model::store
