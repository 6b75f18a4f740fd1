// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/case_file.h"

#include "model/convert/converter.h"
#include "model/intake/originals.h"
#include "model/journal/journal.h"
#include "model/session/case_file_private.h"
#include "model/session/journal_list.h"
#include "model/session/suggestion_upkeep.h"
#include "model/session/touched.h"
#include "model/session/withdraw.h"
#include "model/store/automatic_backup.h"
#include "model/store/document_table.h"
#include "model/store/transaction.h"

namespace model::session {

CaseFile::CaseFile(std::unique_ptr<Private> privateState)
    : d(std::move(privateState))
{
}
CaseFile::~CaseFile() = default;

Result<std::unique_ptr<CaseFile>> CaseFile::create(const QString &path, const QStringList &holders, Options options)
{
    const store::CaseFolder folder(path);
    auto opened = store::createCase(folder, options.vfs);
    if (!opened)
        return opened.error();
    std::unique_ptr<CaseFile> file(
        new CaseFile(std::make_unique<Private>(folder, std::move(*opened), std::move(options))));
    QStringList tidy;
    for (const QString &holder : holders) {
        if (const QString name = holder.simplified(); !name.isEmpty() && !tidy.contains(name))
            tidy.append(name);
    }
    if (const auto decided = file->decide({{journal::SetHolders{tidy}}}); !decided) {
        file.reset();
        folder.unmake();
        return decided.error();
    }
    return file;
}

Result<std::unique_ptr<CaseFile>> CaseFile::open(const QString &path, Access access, Options options)
{
    const store::CaseFolder folder(path);
    auto opened = access == Access::ReadWrite ? store::openCase(folder, options.vfs)
                                              : store::openCaseForReading(folder, options.vfs);
    if (!opened)
        return opened.error();
    std::unique_ptr<CaseFile> file(
        new CaseFile(std::make_unique<Private>(folder, std::move(*opened), std::move(options))));
    if (!file->isReadOnly()) {
        // The case is fit for work without either: a disk too full for a backup must not keep the reporter out, nor
        // must another program that still reads what was withdrawn.
        static_cast<void>(finishWithdrawal(*file));
        static_cast<void>(file->settleKilledImport());
        static_cast<void>(store::makeAutomaticBackupIfDue(file->database(), folder, file->options().clock()));
    }
    return file;
}

Result<void> CaseFile::settleKilledImport()
{
    for (const QString &folder : {d->folder.originalsPath(), d->folder.convertedPath()})
        intake::Originals(folder).removeLeftovers();
    convert::Converter::removeLeftovers(d->folder.convertedPath());
    const auto unsettled = store::DocumentTable(database()).originsWithoutReceipt();
    if (!unsettled)
        return unsettled.error();
    if (unsettled->empty())
        return {};
    auto transaction = store::Transaction::begin(database());
    if (!transaction)
        return transaction.error();
    const auto receipt = journal::appendReceipt(database(), {d->options.reviewer, d->options.clock()});
    if (!receipt)
        return receipt.error();
    return transaction->commit();
}

Result<void> CaseFile::makeAutomaticBackup() const
{
    return store::makeAutomaticBackup(d->folder, d->options.clock());
}

void CaseFile::stopWriting(const QString &reason)
{
    d->opened.readOnlyReason = reason;
}

QString CaseFile::path() const
{
    return d->folder.path();
}

QString CaseFile::originalPath(const Sha256 &sha) const
{
    return d->folder.originalPath(sha);
}

bool CaseFile::isReadOnly() const
{
    return !d->opened.readOnlyReason.isEmpty();
}

QString CaseFile::readOnlyReason() const
{
    return d->opened.readOnlyReason;
}

const CaseFile::Options &CaseFile::options() const
{
    return d->options;
}

store::Database &CaseFile::database() const
{
    return *d->opened.database;
}

template <class Act> Result<ChangeSet> CaseFile::write(Act act)
{
    if (isReadOnly())
        return Error{ErrorKind::ReadOnly, readOnlyReason()};
    const auto write = [&]() -> Result<ChangeSet> {
        auto transaction = store::Transaction::begin(database());
        if (!transaction)
            return transaction.error();
        const Result<std::vector<journal::AppliedChange>> applied =
            act(Signature{d->options.reviewer, d->options.clock()});
        if (!applied)
            return applied.error();
        const auto settled = settleSuggestionsAfter(database(), *applied);
        if (!settled)
            return settled.error();
        if (const auto committed = transaction->commit(); !committed)
            return committed.error();
        ChangeSet changes = touchedBy(*applied);
        changes.suggestions = *settled;
        changes.place = placeOf(*this, *applied);
        return changes;
    };
    Result<ChangeSet> written = write();
    // Nothing more is written to a file that turned out to be damaged.
    if (!written && written.error().kind == ErrorKind::Damaged) {
        stopWriting(store::damagedSentence(d->folder));
        return Error{ErrorKind::Damaged, d->opened.readOnlyReason, written.error().detail};
    }
    return written;
}

Result<ChangeSet> CaseFile::decide(const journal::Decision &decision)
{
    return write([&](const Signature &by) { return journal::decide(database(), decision, by); });
}

Result<ChangeSet> CaseFile::undo()
{
    return write([&](const Signature &by) -> Result<std::vector<journal::AppliedChange>> {
        const auto target = d->undoStack.undoTarget();
        if (!target)
            return target.error();
        if (*target == 0)
            return Error{ErrorKind::NotFound, QStringLiteral("There is nothing to undo.")};
        return journal::takeBack(database(), journal::EntryKind::Undo, *target, by);
    });
}

Result<ChangeSet> CaseFile::redo()
{
    return write([&](const Signature &by) -> Result<std::vector<journal::AppliedChange>> {
        const auto target = d->undoStack.redoTarget();
        if (!target)
            return target.error();
        if (*target == 0)
            return Error{ErrorKind::NotFound, QStringLiteral("There is nothing to redo.")};
        return journal::takeBack(database(), journal::EntryKind::Redo, *target, by);
    });
}

Result<QString> CaseFile::undoDescription() const
{
    const store::Snapshot snapshot(database());
    const auto target = d->undoStack.undoTarget();
    if (!target)
        return target.error();
    return *target == 0 ? QString() : describeEntry(database(), *target);
}

Result<QString> CaseFile::redoDescription() const
{
    const store::Snapshot snapshot(database());
    const auto target = d->undoStack.redoTarget();
    if (!target)
        return target.error();
    return *target == 0 ? QString() : describeEntry(database(), *target);
}

Result<std::vector<journal::JournalEntry>> CaseFile::journalEntries(qint64 afterSeq, qint64 count) const
{
    const store::Snapshot snapshot(database());
    return listJournal(database(), afterSeq, count);
}

Result<Sha256> CaseFile::journalHead() const
{
    return journal::head(database());
}

} // namespace model::session
