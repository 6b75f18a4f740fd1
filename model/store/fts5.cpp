// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/fts5.h"

#include "model/store/database.h"

#include <sqlite3.h>

namespace model::store {
namespace {

fts5_api *apiOf(sqlite3 *connection)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

} // namespace

Result<void> registerSearch(sqlite3 *connection)
{
    fts5_api *api = apiOf(connection);
    if (!api)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("SQLite on this computer cannot search text (FTS5 is missing)."),
                     QString::fromUtf8(sqlite3_errmsg(connection))};
    for (const auto enroll : {registerTokenizers, registerPageRank})
        if (const int code = enroll(api); code != SQLITE_OK)
            return errorFromSqlite(code, QStringLiteral("register search"),
                                   QString::fromUtf8(sqlite3_errmsg(connection)));
    return {};
}

} // namespace model::store
