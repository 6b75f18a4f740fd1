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

model::Result<model::session::ChangeSet> withdrawNamed(CaseFile &file, const QString &word, const QString &reason)
{
    if (const auto note = model::NoteId::fromString(word))
        return model::session::withdraw(file, *note, reason);
    const auto document = file.findDocument(word);
    if (!document)
        return document.error();
    return model::session::withdraw(file, document->sha256, reason);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const QString reason = invocation.value(reasonOption).simplified();
    if (reason.isEmpty())
        return wrongUsage(QStringLiteral("A withdrawal needs a --reason."));
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    if (const auto withdrawn = withdrawNamed(**file, invocation.word(1), reason); !withdrawn)
        return withdrawn.error();
    complain(QStringLiteral("done: it is erased for good; its hash, the time and the reason stay in the journal"));
    return ExitStatus::Done;
}

} // namespace

Command withdrawCommand()
{
    return {QStringLiteral("withdraw"),
            QStringLiteral("CASE DOCUMENT|NOTE --reason TEXT"),
            QStringLiteral("Erase a document or a note for good."),
            QStringLiteral(
                "With its text, tags, links and notes, and out of every backup in the case's folder. What is left is\n"
                "its hash, the time and the reason. Cannot be undone."),
            2,
            2,
            addOptions,
            run};
}

} // namespace app
