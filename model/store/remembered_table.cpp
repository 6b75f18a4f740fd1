// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/remembered_table.h"

#include "model/store/query.h"

namespace model::store {
namespace {

template <class Key> Result<QString> valueAt(Database &database, const QByteArray &sql, const Key &key)
{
    const auto value = queryOne(
        database, sql, [](const Statement &row) { return row.text(0); }, key);
    if (!value)
        return value.error();
    return value->value_or(QString());
}

} // namespace

Result<QString> RememberedTable::value(const QString &name) const
{
    return valueAt(m_database, "SELECT value FROM remembered WHERE name = ?", name);
}

Result<void> RememberedTable::setValue(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return execute(m_database, "DELETE FROM remembered WHERE name = ?", name);
    return execute(m_database, "INSERT OR REPLACE INTO remembered (name, value) VALUES (?, ?)", name, value);
}

Result<QString> RememberedTable::valueOf(const Sha256 &document) const
{
    return valueAt(m_database,
                   "SELECT value FROM remembered_document WHERE document ="
                   " (SELECT number FROM document WHERE sha256 = ?)",
                   document);
}

Result<void> RememberedTable::setValueOf(const Sha256 &document, const QString &value)
{
    if (value.isEmpty())
        return execute(m_database,
                       "DELETE FROM remembered_document WHERE document ="
                       " (SELECT number FROM document WHERE sha256 = ?)",
                       document);
    return execute(m_database,
                   "INSERT OR REPLACE INTO remembered_document (document, value)"
                   " SELECT number, ? FROM document WHERE sha256 = ?",
                   value, document);
}

} // namespace model::store
