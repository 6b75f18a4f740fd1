// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/migrations.h"

#include "model/store/query.h"
#include "model/store/transaction.h"

#include <QFile>

namespace model::store {
namespace {

/// Number, as the four digits the files are named by, and name of each step, in order.
constexpr const char *steps[] = {":/schema/0001_initial.sql",     ":/schema/0002_suggestions.sql",
                                 ":/schema/0003_view.sql",        ":/schema/0004_ocr.sql",
                                 ":/schema/0005_hidden_text.sql", ":/schema/0006_document_traits.sql",
                                 ":/schema/0007_copies.sql",      ":/schema/0008_partner_groups.sql",
                                 ":/schema/0009_held_files.sql",  ":/schema/0010_conversions.sql"};

Result<std::vector<QString>> schemaOf(Database &database)
{
    return queryAll(database,
                    "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema"
                    " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name",
                    [](const Statement &row) { return row.text(0); });
}

Result<void> applyStep(Database &database, int version)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (const auto applied = database.run(schemaStep(version)); !applied)
        return applied;
    const QByteArray marks = "PRAGMA user_version = " + QByteArray::number(version) +
                             "; PRAGMA application_id = " + QByteArray::number(caseApplicationId);
    if (const auto marked = database.run(marks); !marked)
        return marked;
    return transaction->commit();
}

} // namespace

Error notACase()
{
    return {ErrorKind::NotFound, QStringLiteral("This is not a Carveout case.")};
}

Error newerCase()
{
    return {
        ErrorKind::NewerVersion,
        QStringLiteral("This case was written by a newer version of Carveout. Open it with that version; nothing was "
                       "changed.")};
}

int newestSchemaVersion()
{
    return static_cast<int>(std::size(steps));
}

QByteArray schemaStep(int version)
{
    if (version < 1 || version > newestSchemaVersion())
        return {};
    QFile file(QString::fromLatin1(steps[version - 1]));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<void> migrate(Database &database, int version, const std::function<Result<void>(int)> &beforeFirst)
{
    const auto found = queryNumber(database, "PRAGMA user_version");
    if (!found)
        return found.error();
    const int oldVersion = static_cast<int>(*found);
    if (oldVersion > 0 && oldVersion < version && beforeFirst) {
        if (const auto copied = beforeFirst(oldVersion); !copied)
            return copied;
    }
    for (int step = oldVersion + 1; step <= version; ++step) {
        if (const auto applied = applyStep(database, step); !applied)
            return applied;
    }
    return {};
}

Result<int> checkedVersion(Database &database)
{
    const auto id = queryNumber(database, "PRAGMA application_id");
    if (!id)
        return id.error();
    const auto version = queryNumber(database, "PRAGMA user_version");
    if (!version)
        return version.error();
    if (*id != caseApplicationId || *version < 1)
        return notACase();
    if (*version > newestSchemaVersion())
        return newerCase();
    return static_cast<int>(*version);
}

Result<void> checkSchema(Database &database, int version)
{
    auto fresh = Database::open(QStringLiteral(":memory:"), OpenMode::Create);
    if (!fresh)
        return fresh.error();
    if (const auto made = migrate(**fresh, version); !made)
        return made;
    const auto expected = schemaOf(**fresh);
    if (!expected)
        return expected.error();
    const auto found = schemaOf(database);
    if (!found)
        return found.error();
    if (*found != *expected)
        return Error{
            ErrorKind::Invalid,
            QStringLiteral("The tables of this case are not those of a Carveout case. It was changed by another "
                           "program and cannot be trusted.")};
    return {};
}

} // namespace model::store
