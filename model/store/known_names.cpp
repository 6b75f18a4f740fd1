// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/known_names.h"

#include "model/store/query.h"

namespace model::store {
namespace {

Result<QSet<QString>> keysOf(Database &database, const QByteArray &sql)
{
    const auto names = queryAll(database, sql, [](const Statement &row) { return row.text(0); });
    if (!names)
        return names.error();
    QSet<QString> keys;
    for (const QString &name : *names)
        keys.insert(annotate::nameKeyOf(name));
    keys.remove(QString());
    return keys;
}

} // namespace

Result<annotate::KnownNames> knownNames(Database &database)
{
    auto partners = keysOf(database, "WITH used (id) AS (SELECT id FROM subject WHERE kind = 'partner'"
                                     " AND (EXISTS (SELECT 1 FROM tag WHERE tag.subject = subject.id)"
                                     " OR EXISTS (SELECT 1 FROM evidence_link WHERE partner = subject.id)))"
                                     " SELECT name FROM subject JOIN used USING (id)"
                                     " UNION SELECT alias FROM alias JOIN used ON used.id = alias.subject");
    if (!partners)
        return partners.error();
    auto blocked = keysOf(database, "SELECT name FROM blocked_name");
    if (!blocked)
        return blocked.error();
    auto rejected = keysOf(database, "SELECT DISTINCT name FROM rejection WHERE kind = 'partner'");
    if (!rejected)
        return rejected.error();
    partners->subtract(*blocked);
    rejected->subtract(*partners);
    blocked->unite(*rejected);
    return annotate::KnownNames{*std::move(partners), *std::move(blocked)};
}

Result<std::vector<PermissionName>> permissionNames(Database &database)
{
    return queryAll(database,
                    "WITH used (root, shown) AS (SELECT id, name FROM subject AS one"
                    " WHERE kind = 'permission' AND root = id AND EXISTS (SELECT 1 FROM subject WHERE root = one.id"
                    " AND (EXISTS (SELECT 1 FROM tag WHERE tag.subject = subject.id)"
                    " OR EXISTS (SELECT 1 FROM evidence_link WHERE permission = subject.id))))"
                    " SELECT shown, name FROM used JOIN subject USING (root)"
                    " UNION SELECT shown, alias FROM used JOIN subject USING (root)"
                    " JOIN alias ON alias.subject = subject.id ORDER BY shown, name",
                    [](const Statement &row) {
                        return PermissionName{row.text(0), row.text(1)};
                    });
}

} // namespace model::store
