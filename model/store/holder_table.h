// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QStringList>

namespace model::store {

class Database;

/// Who holds the data, in the reporter's order.
class HolderTable final {
public:
    explicit HolderTable(Database &database)
        : m_database(database)
    {
    }

    Result<QStringList> all() const;
    Result<void> replace(const QStringList &holders); ///< the names must differ

private:
    Database &m_database;
};

} // namespace model::store
