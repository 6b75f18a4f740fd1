// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/note.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// Notes on anything in the case.
class NoteTable final {
public:
    explicit NoteTable(Database &database)
        : m_database(database)
    {
    }

    Result<std::optional<Note>> find(const NoteId &id) const;
    Result<std::vector<Note>> all() const; ///< by target
    Result<std::vector<Note>> on(const NoteTarget &target) const;

    Result<void> insert(const Note &note);
    Result<void> change(const NoteId &id, const QString &text);
    Result<void> remove(const NoteId &id);

private:
    Database &m_database;
};

} // namespace model::store
