// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/withdraw.h"

#include "model/journal/erasure.h"
#include "model/journal/journal.h"
#include "model/journal/replay.h"
#include "model/session/copies.h"
#include "model/session/suggestion_upkeep.h"
#include "model/store/copy_groups.h"
#include "model/store/decided_tables.h"
#include "model/store/document_list.h"
#include "model/store/document_table.h"
#include "model/store/journal_table.h"
#include "model/store/page_index.h"
#include "model/store/purge.h"
#include "model/store/transaction.h"

namespace model::session {
namespace {

Result<void> erase(store::Database &database, const std::vector<std::pair<qint64, qint64>> &places)
{
    store::JournalTable table(database);
    for (const auto &[seq, place] : places) {
        if (const auto erased = table.erasePart(seq, place); !erased)
            return erased;
    }
    return {};
}

/// Everything inside one transaction: journal, documents, and the decided tables made anew from what is left.
Result<void> withdrawRows(CaseFile &file, const journal::Withdrawal &withdrawal, const std::vector<Document> &documents)
{
    store::Database &database = file.database();
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (const auto erased = erase(database, withdrawal.erased); !erased)
        return erased;
    if (const auto cleared = store::clearDecidedTables(database); !cleared)
        return cleared;
    for (const Document &document : documents) {
        if (const auto removed = store::DocumentTable(database).remove(document.number); !removed)
            return removed;
    }
    if (!documents.empty()) {
        if (const auto purged = store::purgeIndex(database); !purged)
            return purged;
    }
    // Without what was decided; the replay decides it again.
    if (const auto grouped = store::CopyGroups(database).renew(); !grouped)
        return grouped;
    const auto appended =
        journal::appendWithdrawal(database, withdrawal, {file.options().reviewer, file.options().clock()});
    if (!appended)
        return appended.error();
    if (const auto replayed = journal::replay(database, database); !replayed)
        return replayed;
    // What was rejected in a document that goes may be suggested elsewhere again.
    if (const auto settled = settleAllSuggestions(database); !settled)
        return settled;
    if (const auto committed = transaction->commit(); !committed)
        return committed;
    return {};
}

Result<WithdrawReport> withdraw(CaseFile &file, journal::Withdrawal withdrawal, const std::vector<Document> &documents)
{
    if (file.isReadOnly())
        return Error{ErrorKind::ReadOnly, file.readOnlyReason()};
    if (withdrawal.reason.trimmed().isEmpty())
        return Error{ErrorKind::Invalid, QStringLiteral("A withdrawal needs a reason.")};
    auto places = withdrawal.note ? journal::partsAbout(file.database(), *withdrawal.note)
                                  : journal::partsAbout(file.database(), withdrawal.documents);
    if (!places)
        return places.error();
    withdrawal.erased = std::move(*places);

    const store::CaseFolder folder(file.path());
    if (const auto announced = store::announcePurge(folder); !announced)
        return announced.error();
    if (const auto withdrawn = withdrawRows(file, withdrawal, documents); !withdrawn)
        return withdrawn.error();
    // From here on it is withdrawn, whatever else goes wrong.
    QStringList traces;
    if (const auto purged = store::purge(file.database(), folder, withdrawal.documents); !purged)
        traces += purged.error().sentence;
    if (const auto saved = file.makeAutomaticBackup(); !saved)
        traces += QStringLiteral("No new backup could be made: %1").arg(saved.error().sentence);
    // What was a copy of a document that went is compared with the others. The next import does it where this fails.
    static_cast<void>(findCopies(file, {}).has_value());

    WithdrawReport report{{{withdrawal.documents.begin(), withdrawal.documents.end()}}, {}, {}};
    ChangeSet &changes = report.changes;
    changes.documentList = changes.subjects = changes.findings = changes.notes = changes.journal = true;
    for (size_t i = 1; i < documents.size(); ++i)
        report.archives += documents[i].origins.value(0);
    report.traces = traces.join(u' ');
    return report;
}

} // namespace

Result<std::vector<Document>> withdrawnWith(const CaseFile &file, const Sha256 &sha)
{
    const store::DocumentList list(file.database());
    const auto document = list.find(sha);
    if (!document)
        return document.error();
    if (!*document)
        return Error{ErrorKind::NotFound, QStringLiteral("This document is not in the case.")};
    auto archives = list.archivesHolding((**document).number);
    if (!archives)
        return archives.error();
    archives->insert(archives->begin(), **document);
    return archives;
}

Result<WithdrawReport> withdraw(CaseFile &file, const Sha256 &document, const QString &reason)
{
    const auto documents = withdrawnWith(file, document);
    if (!documents)
        return documents.error();
    std::vector<Sha256> hashes;
    for (const Document &found : *documents)
        hashes.push_back(found.sha256);
    return withdraw(file, {hashes, std::nullopt, reason, {}}, *documents);
}

Result<WithdrawReport> withdraw(CaseFile &file, const NoteId &note, const QString &reason)
{
    // Also one that was removed or taken back: its text still stands in the journal.
    const auto places = journal::partsAbout(file.database(), note);
    if (!places)
        return places.error();
    if (places->empty())
        return Error{ErrorKind::NotFound, QStringLiteral("There is no such note in the case.")};
    return withdraw(file, {{}, note, reason, {}}, {});
}

Result<void> finishWithdrawal(CaseFile &file)
{
    const store::CaseFolder folder(file.path());
    if (!store::isPurgeAnnounced(folder))
        return {};
    store::Database &database = file.database();
    const auto withdrawn = journal::withdrawnDocuments(database);
    if (!withdrawn)
        return withdrawn.error();
    std::vector<Sha256> gone;
    for (const journal::WithdrawnDocument &document : *withdrawn) {
        const auto number = store::DocumentTable(database).numberOf(document.sha256);
        if (!number)
            return number.error();
        if (!*number)
            gone.push_back(document.sha256);
    }
    return store::purge(database, folder, gone);
}

} // namespace model::session
