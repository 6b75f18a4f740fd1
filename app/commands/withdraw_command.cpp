// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "model/session/withdraw.h"

namespace app {
namespace {

const QString reasonOption = QStringLiteral("reason");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({reasonOption, QStringLiteral("Why; it stays in the journal for good."), QStringLiteral("TEXT")});
    addReviewerOption(parser);
}

using model::session::WithdrawReport;

model::Result<WithdrawReport> withdrawNamed(CaseFile &file, const QString &word, const QString &reason)
{
    // By its whole id also a note that was taken away: the journal still has it.
    if (const auto note = model::NoteId::fromString(word))
        return model::session::withdraw(file, *note, reason);
    const auto document = file.findDocument(word);
    const auto note = file.findNote(word);
    if (document && note)
        return model::Error{model::ErrorKind::Ambiguous,
                            QStringLiteral("\"%1\" fits the document \"%2\" and the note %3.")
                                .arg(word, document->file, note->toString())};
    if (note)
        return model::session::withdraw(file, *note, reason);
    if (note.error().kind == model::ErrorKind::Ambiguous)
        return note.error();
    if (!document)
        return document.error();
    return model::session::withdraw(file, document->sha256, reason);
}

void tell(const WithdrawReport &report)
{
    complain(QStringLiteral("done: it is erased for good; its hash, the time and the reason stay in the journal"));
    for (const QString &archive : report.archives)
        complain(QStringLiteral("the archive \"%1\" that it came in went too; its other files stay").arg(archive));
    complain(QStringLiteral("a backup that you made elsewhere still has it: delete that yourself"));
    if (!report.traces.isEmpty())
        complain(report.traces);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const QString reason = invocation.value(reasonOption).simplified();
    if (reason.isEmpty())
        return wrongUsage(QStringLiteral("A withdrawal needs a --reason."));
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto withdrawn = withdrawNamed(**file, invocation.word(1), reason);
    if (!withdrawn)
        return withdrawn.error();
    tell(*withdrawn);
    return ExitStatus::Done;
}

} // namespace

Command withdrawCommand()
{
    return {
        QStringLiteral("withdraw"),
        QStringLiteral("CASE DOCUMENT|NOTE --reason TEXT"),
        QStringLiteral("Erase a document or a note for good."),
        QStringLiteral(
            "With its text, tags, links and notes, the archive that it came in, and out of every backup in the\n"
            "case's folder; backups made elsewhere keep a copy. What is left is its hash, the time and the reason.\n"
            "Cannot be undone."),
        2,
        2,
        addOptions,
        run};
}

} // namespace app
