// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/decided_tables.h"

#include "model/store/copy_groups.h"
#include "model/store/query.h"

namespace model::store {
namespace {

struct Compared {
    const char *name;
    const char *rows; ///< each row as one text, in the order of the primary key
};

constexpr Compared comparedTables[] = {
    {"holders", "SELECT place || ' ' || quote(name) FROM holder ORDER BY place"},
    {"partners and permissions",
     "SELECT hex(id) || ' ' || kind || ' ' || quote(name) || ' ' || quote(name_key) || ' ' || quote(merged_into) || ' '"
     " || hex(root) FROM subject ORDER BY id"},
    {"aliases", "SELECT hex(subject) || ' ' || quote(alias) || ' ' || quote(alias_key) FROM alias"
                " ORDER BY subject, alias_key"},
    {"groups of partners", "SELECT hex(partner) || ' ' || quote(name) FROM partner_group ORDER BY partner"},
    {"tags",
     "SELECT hex(id) || ' ' || kind || ' ' || document || ' ' || first_page || ' ' || start || ' ' || last_page || ' '"
     " || \"end\" || ' ' || quote(quote) || ' ' || quote(prefix) || ' ' || quote(suffix) || ' ' || quote(subject) || ' "
     "'"
     " || quote(author) || ' ' || decided_ms FROM tag ORDER BY id"},
    {"evidence links",
     "SELECT hex(id) || ' ' || hex(evidence) || ' ' || hex(partner) || ' ' || hex(permission) || ' ' || stance || ' '"
     " || quote(author) || ' ' || decided_ms FROM evidence_link ORDER BY id"},
    {"verdicts and periods",
     "SELECT hex(partner) || ' ' || hex(permission) || ' ' || verdict || ' ' || period_from || ' '"
     " || period_to FROM finding ORDER BY partner, permission"},
    {"rejections",
     "SELECT hex(id) || ' ' || kind || ' ' || document || ' ' || first_page || ' ' || start || ' ' || last_page || ' '"
     " || \"end\" || ' ' || quote(quote) || ' ' || quote(prefix) || ' ' || quote(suffix) || ' ' || quote(name) || ' '"
     " || quote(permission) || ' ' || stance || ' ' || quote(author) || ' ' || decided_ms FROM rejection ORDER BY id"},
    {"blocked names", "SELECT quote(name_key) || ' ' || quote(name) || ' ' || coalesce(document, '') FROM blocked_name"
                      " ORDER BY name_key"},
    {"notes", "SELECT hex(id) || ' ' || target || ' ' || quote(text) FROM note ORDER BY id"},
    {"read pages", "SELECT document || ' ' || page_index || ' ' || by_scrolling FROM page_read"
                   " ORDER BY document, page_index"},
    {"document titles", "SELECT document || ' ' || quote(title) FROM document_title ORDER BY document"},
    {"decisions on copies", "SELECT document || ' ' || coalesce(copy_of, '') FROM copy_decision ORDER BY document"},
    {"groups of copies", "SELECT document || ' ' || origin FROM copy_group ORDER BY document"},
    {"counts of findings", "SELECT hex(partner) || ' ' || hex(permission) || ' ' || supports || ' ' || denies || ' '"
                           " || ended || ' ' || planned || ' ' || context || ' ' || documents FROM finding_count"
                           " ORDER BY partner, permission"},
    {"counts of documents", "SELECT hex(partner) || ' ' || hex(permission) || ' ' || document || ' ' || passages"
                            " FROM finding_document ORDER BY partner, permission, document"},
};

/// What the texts say of which document is a copy of which.
Result<void> copyFoundCopies(Database &from, Database &into)
{
    auto copies = bound(from, "SELECT document, words, leader, likeness FROM copy_text WHERE leader <> document");
    if (!copies)
        return copies.error();
    for (;;) {
        const auto row = copies->step();
        if (!row)
            return row.error();
        if (!*row)
            return CopyGroups(into).renew();
        const auto copied =
            execute(into, "INSERT INTO copy_text (document, words, leader, likeness) VALUES (?, ?, ?, ?)",
                    copies->integer(0), copies->integer(1), copies->integer(2), copies->real(3));
        if (!copied)
            return copied;
    }
}

Result<bool> differs(Database &a, Database &b, const char *sql)
{
    auto ofA = bound(a, sql);
    if (!ofA)
        return ofA.error();
    auto ofB = bound(b, sql);
    if (!ofB)
        return ofB.error();
    for (;;) {
        const auto rowOfA = ofA->step();
        if (!rowOfA)
            return rowOfA.error();
        const auto rowOfB = ofB->step();
        if (!rowOfB)
            return rowOfB.error();
        if (*rowOfA != *rowOfB || (*rowOfA && ofA->text(0) != ofB->text(0)))
            return true;
        if (!*rowOfA)
            return false;
    }
}

} // namespace

Result<QStringList> differingTables(Database &a, Database &b)
{
    QStringList names;
    for (const Compared &table : comparedTables) {
        const auto different = differs(a, b, table.rows);
        if (!different)
            return different.error();
        if (*different)
            names.append(QString::fromLatin1(table.name));
    }
    return names;
}

Result<void> clearDecidedTables(Database &database)
{
    // Subjects point at each other, so they stand for themselves before they go.
    return database.run("DELETE FROM finding_document; DELETE FROM finding_count; DELETE FROM document_title;"
                        "DELETE FROM page_read; DELETE FROM note; DELETE FROM finding; DELETE FROM evidence_link;"
                        "DELETE FROM tag; DELETE FROM alias; DELETE FROM partner_group; UPDATE subject SET merged_into "
                        "= NULL, root = id;"
                        "DELETE FROM subject; DELETE FROM holder; DELETE FROM rejection; DELETE FROM blocked_name;"
                        "DELETE FROM copy_decision");
}

Result<void> copyDocuments(Database &from, Database &into)
{
    auto documents = bound(from, "SELECT number, sha256, size, kind, state, page_count FROM document ORDER BY number");
    if (!documents)
        return documents.error();
    for (;;) {
        const auto row = documents->step();
        if (!row)
            return row.error();
        if (!*row)
            return copyFoundCopies(from, into);
        const auto copied = execute(
            into, "INSERT INTO document (number, sha256, size, kind, state, page_count) VALUES (?, ?, ?, ?, ?, ?)",
            documents->integer(0), documents->sha256(1), documents->integer(2), documents->text(3), documents->text(4),
            documents->integer(5));
        if (!copied)
            return copied;
    }
}

} // namespace model::store
