// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/subject.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// Partners and permissions with their aliases and merges. What may happen to them is decided in model/journal; here it
/// is only done. `root` is kept for whole chains of merges.
class SubjectTable final {
public:
    explicit SubjectTable(Database &database)
        : m_database(database)
    {
    }

    Result<std::optional<Subject>> find(const SubjectId &id) const;
    Result<std::vector<Subject>> all(SubjectKind kind) const; ///< by id; merged ones too
    /// Nothing when there is no such subject.
    Result<std::optional<SubjectId>> rootOf(const SubjectId &id) const;
    /// `key` as nameKey() gives it.
    Result<std::optional<SubjectId>> named(SubjectKind kind, const QString &key) const;
    Result<std::vector<SubjectId>> withAlias(SubjectKind kind, const QString &key) const;
    /// The alias as it was written.
    Result<std::optional<QString>> alias(const SubjectId &id, const QString &key) const;
    /// Whether aliases, a group, tags, links, conclusions, notes or merged subjects still need it.
    Result<bool> isNeeded(const SubjectId &id) const;

    Result<void> setGroup(const SubjectId &partner, const QString &group); ///< empty: none
    Result<void> insert(const SubjectId &id, SubjectKind kind, const QString &name);
    Result<void> remove(const SubjectId &id);
    Result<void> rename(const SubjectId &id, const QString &name);
    Result<void> insertAlias(const SubjectId &id, const QString &alias);
    Result<void> removeAlias(const SubjectId &id, const QString &key);
    /// Nothing: it stands for itself again.
    Result<void> setMergedInto(const SubjectId &id, const std::optional<SubjectId> &into);

private:
    Database &m_database;
};

} // namespace model::store
