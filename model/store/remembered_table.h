// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"

namespace model::store {

class Database;

/// How the reporter left the window, by names that the window gives; an empty value is none.
class RememberedTable final {
public:
    explicit RememberedTable(Database &database)
        : m_database(database)
    {
    }

    Result<QString> value(const QString &name) const;
    Result<void> setValue(const QString &name, const QString &value);
    Result<QString> valueOf(const Sha256 &document) const;
    /// Does nothing where the document is not in the case.
    Result<void> setValueOf(const Sha256 &document, const QString &value);

private:
    Database &m_database;
};

} // namespace model::store
