// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/note_table.h"

#include "model/store/query.h"

namespace model::store {
namespace {

Note noteFrom(const Statement &row)
{
    return {row.id<Note>(0), row.word(1, &noteTargetFromText), row.text(2)};
}

} // namespace

Result<std::optional<Note>> NoteTable::find(const NoteId &id) const
{
    return queryOne(m_database, "SELECT id, target, text FROM note WHERE id = ?", noteFrom, id);
}

Result<std::vector<Note>> NoteTable::all() const
{
    return queryAll(m_database, "SELECT id, target, text FROM note ORDER BY target, id", noteFrom);
}

Result<std::vector<Note>> NoteTable::on(const NoteTarget &target) const
{
    return queryAll(m_database, "SELECT id, target, text FROM note WHERE target = ? ORDER BY id", noteFrom,
                    toText(target));
}

Result<void> NoteTable::insert(const Note &note)
{
    return execute(m_database, "INSERT INTO note (id, target, text) VALUES (?, ?, ?)", note.id, toText(note.target),
                   note.text);
}

Result<void> NoteTable::change(const NoteId &id, const QString &text)
{
    return execute(m_database, "UPDATE note SET text = ?2 WHERE id = ?1", id, text);
}

Result<void> NoteTable::remove(const NoteId &id)
{
    return execute(m_database, "DELETE FROM note WHERE id = ?", id);
}

} // namespace model::store
