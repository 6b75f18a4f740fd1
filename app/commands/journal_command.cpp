// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"
#include "model/base/clock.h"

namespace app {
namespace {

constexpr size_t noteColumn = 5;

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto entries = (*file)->journalEntries();
    if (!entries)
        return entries.error();
    QJsonArray array;
    Table table{{QStringLiteral("No."), QStringLiteral("When (UTC)"), QStringLiteral("Who"), QStringLiteral("Kind"),
                 QStringLiteral("What"), QStringLiteral("Note"), QStringLiteral("Hash")},
                {},
                {noteColumn}};
    for (const model::journal::JournalEntry &entry : *entries) {
        array += toJson(entry);
        QStringList notes;
        for (const model::NoteId &note : entry.notes)
            notes += note.toString();
        table.rows.push_back({QString::number(entry.seq), model::timeText(entry.timeMs), entry.author,
                              model::journal::toWord(entry.kind), entry.description, notes.join(QLatin1Char('\n')),
                              entry.hash.toHex().left(12)});
    }
    if (invocation.wantsJson())
        printJson(array);
    else
        printTable(table, QStringLiteral("The journal is empty."));
    return ExitStatus::Done;
}

} // namespace

Command journalCommand()
{
    return {QStringLiteral("journal"),
            QStringLiteral("CASE [--json]"),
            QStringLiteral("List every decision and import, in order."),
            QStringLiteral("A note's id is what \"carveout withdraw\" takes, also when the note was removed since."),
            1,
            1,
            addJsonOption,
            run};
}

} // namespace app
