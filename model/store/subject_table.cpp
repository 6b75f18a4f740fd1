// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/subject_table.h"

#include "model/domain/note.h"
#include "model/store/query.h"

#include <algorithm>
#include <unordered_map>

namespace model::store {
namespace {

SubjectId firstId(const Statement &row)
{
    return row.id<Subject>(0);
}

Subject subjectFrom(const Statement &row)
{
    return {row.id<Subject>(0), row.word(1, &subjectKindFromWord), row.text(2), {}, row.optionalId<Subject>(3),
            row.text(4)};
}

void sortAliases(Subject &subject)
{
    subject.aliases.sort(Qt::CaseInsensitive);
}

} // namespace

Result<std::optional<Subject>> SubjectTable::find(const SubjectId &id) const
{
    auto subject = queryOne(m_database,
                            "SELECT id, kind, subject.name, merged_into, coalesce(partner_group.name, '') FROM subject"
                            " LEFT JOIN partner_group ON partner = id WHERE id = ?",
                            subjectFrom, id);
    if (!subject || !*subject)
        return subject;
    const auto aliases = queryAll(
        m_database, "SELECT alias FROM alias WHERE subject = ? ORDER BY alias_key",
        [](const Statement &row) { return row.text(0); }, id);
    if (!aliases)
        return aliases.error();
    (**subject).aliases = QStringList(aliases->begin(), aliases->end());
    sortAliases(**subject);
    return subject;
}

Result<std::vector<Subject>> SubjectTable::all(SubjectKind kind) const
{
    auto subjects = queryAll(m_database,
                             "SELECT id, kind, subject.name, merged_into, coalesce(partner_group.name, '') FROM subject"
                             " LEFT JOIN partner_group ON partner = id WHERE kind = ? ORDER BY id",
                             subjectFrom, toWord(kind));
    if (!subjects)
        return subjects;
    const auto aliases = queryAll(m_database, "SELECT subject, alias FROM alias ORDER BY subject, alias_key",
                                  [](const Statement &row) { return std::make_pair(row.id<Subject>(0), row.text(1)); });
    if (!aliases)
        return aliases.error();
    std::unordered_map<SubjectId, Subject *> byId;
    for (Subject &subject : *subjects)
        byId.emplace(subject.id, &subject);
    for (const auto &[id, alias] : *aliases) {
        if (const auto found = byId.find(id); found != byId.end())
            found->second->aliases.append(alias);
    }
    std::for_each(subjects->begin(), subjects->end(), sortAliases);
    return subjects;
}

Result<std::optional<SubjectId>> SubjectTable::rootOf(const SubjectId &id) const
{
    return queryOne(m_database, "SELECT root FROM subject WHERE id = ?", firstId, id);
}

Result<std::optional<SubjectId>> SubjectTable::named(SubjectKind kind, const QString &key) const
{
    return queryOne(m_database, "SELECT id FROM subject WHERE kind = ? AND name_key = ?", firstId, toWord(kind), key);
}

Result<std::vector<SubjectId>> SubjectTable::withAlias(SubjectKind kind, const QString &key) const
{
    return queryAll(m_database,
                    "SELECT subject.id FROM alias JOIN subject ON subject.id = alias.subject"
                    " WHERE subject.kind = ? AND alias.alias_key = ? ORDER BY subject.id",
                    firstId, toWord(kind), key);
}

Result<std::optional<QString>> SubjectTable::alias(const SubjectId &id, const QString &key) const
{
    return queryOne(
        m_database, "SELECT alias FROM alias WHERE subject = ? AND alias_key = ?",
        [](const Statement &row) { return row.text(0); }, id, key);
}

Result<bool> SubjectTable::isNeeded(const SubjectId &id) const
{
    const auto uses = queryNumber(m_database,
                                  "SELECT EXISTS (SELECT 1 FROM alias WHERE subject = ?1)"
                                  " OR EXISTS (SELECT 1 FROM partner_group WHERE partner = ?1)"
                                  " OR EXISTS (SELECT 1 FROM tag WHERE subject = ?1)"
                                  " OR EXISTS (SELECT 1 FROM evidence_link WHERE partner = ?1)"
                                  " OR EXISTS (SELECT 1 FROM evidence_link WHERE permission = ?1)"
                                  " OR EXISTS (SELECT 1 FROM finding WHERE partner = ?1)"
                                  " OR EXISTS (SELECT 1 FROM finding WHERE permission = ?1)"
                                  " OR EXISTS (SELECT 1 FROM subject WHERE merged_into = ?1)"
                                  " OR EXISTS (SELECT 1 FROM subject WHERE id = ?1 AND merged_into IS NOT NULL)"
                                  " OR EXISTS (SELECT 1 FROM note WHERE target = ?2)"
                                  " OR EXISTS (SELECT 1 FROM note WHERE target GLOB 'finding:*' AND instr(target, ?3))",
                                  id, toText(NoteTarget(id)), id.toString());
    if (!uses)
        return uses.error();
    return *uses != 0;
}

Result<void> SubjectTable::setGroup(const SubjectId &partner, const QString &group)
{
    if (group.isEmpty())
        return execute(m_database, "DELETE FROM partner_group WHERE partner = ?", partner);
    return execute(m_database, "INSERT OR REPLACE INTO partner_group (partner, name) VALUES (?, ?)", partner, group);
}

Result<void> SubjectTable::insert(const SubjectId &id, SubjectKind kind, const QString &name)
{
    return execute(m_database, "INSERT INTO subject (id, kind, name, name_key, root) VALUES (?1, ?2, ?3, ?4, ?1)", id,
                   toWord(kind), name, nameKey(name));
}

Result<void> SubjectTable::remove(const SubjectId &id)
{
    return execute(m_database, "DELETE FROM subject WHERE id = ?", id);
}

Result<void> SubjectTable::rename(const SubjectId &id, const QString &name)
{
    return execute(m_database, "UPDATE subject SET name = ?2, name_key = ?3 WHERE id = ?1", id, name, nameKey(name));
}

Result<void> SubjectTable::insertAlias(const SubjectId &id, const QString &alias)
{
    return execute(m_database, "INSERT INTO alias (subject, alias, alias_key) VALUES (?, ?, ?)", id, alias,
                   nameKey(alias));
}

Result<void> SubjectTable::removeAlias(const SubjectId &id, const QString &key)
{
    return execute(m_database, "DELETE FROM alias WHERE subject = ? AND alias_key = ?", id, key);
}

Result<void> SubjectTable::setMergedInto(const SubjectId &id, const std::optional<SubjectId> &into)
{
    if (const auto merged = execute(m_database, "UPDATE subject SET merged_into = ?2 WHERE id = ?1", id, into); !merged)
        return merged;
    const auto root = into ? rootOf(*into) : Result<std::optional<SubjectId>>(std::optional<SubjectId>(id));
    if (!root)
        return root.error();
    // Whoever was merged into this one, directly or further down, follows it.
    return execute(m_database,
                   "WITH RECURSIVE follower (id) AS (SELECT ?1 UNION SELECT subject.id FROM subject"
                   " JOIN follower ON subject.merged_into = follower.id)"
                   " UPDATE subject SET root = ?2 WHERE id IN (SELECT id FROM follower)",
                   id, *root);
}

} // namespace model::store
