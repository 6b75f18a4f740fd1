// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/journal.h"

#include "model/journal/apply.h"
#include "model/journal/entry_hash.h"
#include "model/store/document_table.h"
#include "model/store/journal_table.h"

#include <QRandomGenerator>

#include <array>

namespace model::journal {
namespace {

QByteArray newSalt()
{
    std::array<quint32, 4> words = {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words);
}

Result<qint64> append(store::Database &database, EntryKind kind, qint64 target, const Signature &by,
                      const std::vector<QString> &payloads)
{
    store::JournalTable table(database);
    const auto last = table.head();
    if (!last)
        return last.error();
    const qint64 seq = *last ? (**last).seq + 1 : 1;
    std::vector<store::JournalPartRow> parts;
    for (const QString &payload : payloads) {
        const QByteArray salt = newSalt();
        parts.push_back({seq, static_cast<qint64>(parts.size()), salt, payload, partHash(salt, payload)});
    }
    store::JournalRow row{
        seq,     toWord(kind), by.author, by.timeMs, target, payloadHash(parts), *last ? (**last).hash : noHash(),
        noHash()};
    row.hash = entryHash(row);
    if (const auto appended = table.append(row, parts); !appended)
        return appended.error();
    return seq;
}

Result<std::vector<AppliedChange>> applyAndAppend(store::Database &database, EntryKind kind, qint64 target,
                                                  const Signature &by, const std::vector<Change> &changes)
{
    std::vector<AppliedChange> applied;
    std::vector<QString> payloads;
    for (const Change &change : changes) {
        const auto inverse = apply(database, change, by);
        if (!inverse)
            return inverse.error();
        applied.push_back({change, *inverse});
        payloads.push_back(payloadOf(applied.back()));
        // What the journal cannot say again exactly, such as half a character, must not be decided.
        const auto readBack = appliedChangeFromPayload(payloads.back());
        if (!readBack || !(*readBack == applied.back()))
            return Error{ErrorKind::Invalid,
                         QStringLiteral("This text cannot be stored; it holds a broken character.")};
    }
    const auto appended = append(database, kind, target, by, payloads);
    if (!appended)
        return appended.error();
    return applied;
}

bool isChanging(const store::JournalRow &entry)
{
    return entry.kind != toWord(EntryKind::Receipt) && entry.kind != toWord(EntryKind::Withdrawal);
}

/// Nothing for a part that was withdrawn.
Result<void> addChange(const store::JournalPartRow &part, std::vector<AppliedChange> &changes)
{
    if (!part.payload)
        return {};
    auto change = appliedChangeFromPayload(*part.payload);
    if (!change)
        return change.error();
    changes.push_back(*std::move(change));
    return {};
}

} // namespace

Result<std::vector<AppliedChange>> decide(store::Database &database, const Decision &decision, const Signature &by)
{
    if (decision.changes.empty())
        return Error{ErrorKind::Invalid, QStringLiteral("There is nothing to change.")};
    return applyAndAppend(database, EntryKind::Decision, 0, by, decision.changes);
}

Result<std::vector<AppliedChange>> takeBack(store::Database &database, EntryKind kind, qint64 target,
                                            const Signature &by)
{
    const auto parts = changesOf(database, target);
    if (!parts)
        return parts.error();
    std::vector<Change> inverses;
    for (auto part = parts->rbegin(); part != parts->rend(); ++part)
        inverses.push_back(part->inverse);
    return applyAndAppend(database, kind, target, by, inverses);
}

Result<std::optional<qint64>> appendReceipt(store::Database &database, const Signature &by)
{
    store::DocumentTable documents(database);
    const auto origins = documents.originsWithoutReceipt();
    if (!origins)
        return origins.error();
    if (origins->empty())
        return std::optional<qint64>();
    std::vector<QString> payloads;
    for (const store::DocumentTable::Origin &origin : *origins)
        payloads.push_back(payloadOf(ReceivedFile{origin.document, origin.path, origin.size}));
    const auto seq = append(database, EntryKind::Receipt, 0, by, payloads);
    if (!seq)
        return seq.error();
    if (const auto marked = documents.markReceipted(*seq, *origins); !marked)
        return marked.error();
    return std::optional<qint64>(*seq);
}

Result<qint64> appendWithdrawal(store::Database &database, const Withdrawal &withdrawal, const Signature &by)
{
    return append(database, EntryKind::Withdrawal, 0, by, {payloadOf(withdrawal)});
}

Result<std::vector<AppliedChange>> changesOf(store::Database &database, qint64 seq)
{
    const store::JournalTable table(database);
    const auto entry = table.entry(seq);
    if (!entry)
        return entry.error();
    std::vector<AppliedChange> changes;
    if (!*entry || !isChanging(**entry))
        return changes;
    const auto parts = table.parts(seq);
    if (!parts)
        return parts.error();
    for (const store::JournalPartRow &part : *parts) {
        if (const auto added = addChange(part, changes); !added)
            return added.error();
    }
    return changes;
}

Result<std::vector<ChangingEntry>> changesAfter(store::Database &database, qint64 afterSeq)
{
    const store::JournalTable table(database);
    const auto rows = table.entries(afterSeq, -1);
    if (!rows)
        return rows.error();
    const auto parts = table.partsAfter(afterSeq);
    if (!parts)
        return parts.error();
    std::vector<ChangingEntry> entries;
    auto part = parts->begin();
    for (const store::JournalRow &row : *rows) {
        ChangingEntry entry{row.seq, row.author, row.target, {}};
        for (; part != parts->end() && part->seq <= row.seq; ++part) {
            if (part->seq != row.seq || !isChanging(row))
                continue;
            if (const auto added = addChange(*part, entry.changes); !added)
                return added.error();
        }
        if (!entry.changes.empty())
            entries.push_back(std::move(entry));
    }
    return entries;
}

Result<std::vector<WithdrawnDocument>> withdrawnDocuments(store::Database &database)
{
    const store::JournalTable table(database);
    const auto withdrawals = table.ofKind(toWord(EntryKind::Withdrawal));
    if (!withdrawals)
        return withdrawals.error();
    std::vector<WithdrawnDocument> documents;
    for (const qint64 seq : *withdrawals) {
        const auto entry = table.entry(seq);
        if (!entry)
            return entry.error();
        const auto parts = table.parts(seq);
        if (!parts)
            return parts.error();
        for (const store::JournalPartRow &part : *parts) {
            const auto withdrawal = withdrawalFromPayload(part.payload.value_or(QString()));
            if (!withdrawal)
                return withdrawal.error();
            for (const Sha256 &sha : withdrawal->documents)
                documents.push_back({sha, *entry ? (**entry).timeMs : 0, withdrawal->reason});
        }
    }
    return documents;
}

Result<Sha256> head(store::Database &database)
{
    const auto last = store::JournalTable(database).head();
    if (!last)
        return last.error();
    return *last ? (**last).hash : noHash();
}

} // namespace model::journal
