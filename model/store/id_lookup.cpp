// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/id_lookup.h"

#include "model/store/query.h"

namespace model::store {
namespace {

template <class Of> Result<std::vector<Id<Of>>> within(Database &database, const QByteArray &sql, const IdRange &range)
{
    return queryAll(
        database, sql, [](const Statement &row) { return row.id<Of>(0); }, range.first, range.last, mostCandidates);
}

} // namespace

Result<std::vector<TagId>> tagsWithin(Database &database, const IdRange &range)
{
    return within<Tag>(database, "SELECT id FROM tag WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?", range);
}

Result<std::vector<LinkId>> linksWithin(Database &database, const IdRange &range)
{
    return within<EvidenceLink>(database, "SELECT id FROM evidence_link WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?",
                                range);
}

Result<std::vector<NoteId>> notesWithin(Database &database, const IdRange &range)
{
    return within<Note>(database, "SELECT id FROM note WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?", range);
}

} // namespace model::store
