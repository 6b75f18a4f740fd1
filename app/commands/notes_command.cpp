// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"

namespace app {
namespace {

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto notes = (*file)->notes();
    if (!notes)
        return notes.error();
    QJsonArray array;
    Table table{{QStringLiteral("Id"), QStringLiteral("On"), QStringLiteral("Note")}, {}, {0}};
    for (const model::Note &note : *notes) {
        array += toJson(note);
        table.rows.push_back({note.id.toString(), model::toText(note.target), note.text});
    }
    if (invocation.wantsJson())
        printJson(array);
    else
        printTable(table, QStringLiteral("There are no notes."));
    return ExitStatus::Done;
}

} // namespace

Command notesCommand()
{
    return {QStringLiteral("notes"),
            QStringLiteral("CASE [--json]"),
            QStringLiteral("List the notes."),
            QString(),
            1,
            1,
            addJsonOption,
            run};
}

} // namespace app
