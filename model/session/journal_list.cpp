// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/journal_list.h"

#include "model/journal/journal.h"
#include "model/journal/mentions.h"
#include "model/store/document_list.h"
#include "model/store/journal_table.h"
#include "model/store/subject_table.h"

#include <algorithm>

namespace model::session {
namespace {

using journal::EntryKind;

Error gap()
{
    return {ErrorKind::Damaged, QStringLiteral("The journal has a gap.")};
}

QString describeReceipt(const std::vector<store::JournalPartRow> &parts)
{
    return parts.size() == 1 ? QStringLiteral("receive 1 file")
                             : QStringLiteral("receive %1 files").arg(static_cast<qint64>(parts.size()));
}

Result<QString> describeWithdrawal(const std::vector<store::JournalPartRow> &parts)
{
    if (parts.size() != 1 || !parts[0].payload)
        return gap();
    const auto withdrawal = journal::withdrawalFromPayload(*parts[0].payload);
    if (!withdrawal)
        return withdrawal.error();
    const QString what = withdrawal->note
                             ? QStringLiteral("a note")
                             : QStringLiteral("document ") + withdrawal->documents.front().toHex().left(12);
    return QStringLiteral("withdraw %1: %2").arg(what, withdrawal->reason);
}

Result<std::vector<NoteId>> notesIn(EntryKind kind, const std::vector<store::JournalPartRow> &parts)
{
    std::vector<NoteId> notes;
    if (kind == EntryKind::Receipt || kind == EntryKind::Withdrawal)
        return notes;
    for (const store::JournalPartRow &part : parts) {
        if (!part.payload)
            continue;
        const auto change = journal::appliedChangeFromPayload(*part.payload);
        if (!change)
            return change.error();
        for (const NoteId &note : journal::mentionsOf(*change).notes) {
            if (std::find(notes.begin(), notes.end(), note) == notes.end())
                notes.push_back(note);
        }
    }
    return notes;
}

} // namespace

journal::Names namesIn(store::Database &database)
{
    return {[&database](const SubjectId &id) {
                const auto subject = store::SubjectTable(database).find(id);
                return subject && *subject ? (**subject).name : QString();
            },
            [&database](const Sha256 &sha) {
                const auto document = store::DocumentList(database).find(sha);
                return document && *document ? (**document).title : QString();
            }};
}

Result<QString> describeEntry(store::Database &database, qint64 seq)
{
    const store::JournalTable table(database);
    for (;;) {
        const auto entry = table.entry(seq);
        if (!entry)
            return entry.error();
        const auto kind = *entry ? journal::entryKindFromWord((**entry).kind) : std::nullopt;
        if (!kind)
            return gap();
        if (*kind == EntryKind::Receipt || *kind == EntryKind::Withdrawal) {
            const auto parts = table.parts(seq);
            if (!parts)
                return parts.error();
            return *kind == EntryKind::Receipt ? describeReceipt(*parts) : describeWithdrawal(*parts);
        }
        if (*kind == EntryKind::Decision) {
            const auto changes = journal::changesOf(database, seq);
            if (!changes)
                return changes.error();
            return journal::describe(*changes, namesIn(database));
        }
        if ((**entry).target >= seq)
            return gap();
        seq = (**entry).target;
    }
}

Result<std::vector<journal::JournalEntry>> listJournal(store::Database &database, qint64 afterSeq, qint64 count)
{
    const store::JournalTable table(database);
    const auto rows = table.entries(afterSeq, count);
    if (!rows)
        return rows.error();
    std::vector<journal::JournalEntry> entries;
    for (const store::JournalRow &row : *rows) {
        const auto kind = journal::entryKindFromWord(row.kind);
        if (!kind)
            return gap();
        const auto description = describeEntry(database, row.seq);
        if (!description)
            return description.error();
        const auto parts = table.parts(row.seq);
        if (!parts)
            return parts.error();
        const auto notes = notesIn(*kind, *parts);
        if (!notes)
            return notes.error();
        const auto erased = std::count_if(parts->begin(), parts->end(),
                                          [](const store::JournalPartRow &part) { return !part.payload; });
        entries.push_back({row.seq, *kind, row.author, row.timeMs, row.target, *description, *notes,
                           static_cast<int>(parts->size()), static_cast<int>(erased), row.hash});
    }
    return entries;
}

} // namespace model::session
