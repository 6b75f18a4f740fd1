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
    const auto entries = (*file)->journalEntries();
    if (!entries)
        return entries.error();
    QJsonArray array;
    Table table{{QStringLiteral("No."), QStringLiteral("When (UTC)"), QStringLiteral("Who"), QStringLiteral("Kind"),
                 QStringLiteral("What"), QStringLiteral("Hash")},
                {}};
    for (const model::journal::JournalEntry &entry : *entries) {
        array += toJson(entry);
        table.rows.push_back({QString::number(entry.seq), timeText(entry.timeMs), entry.author,
                              model::journal::toWord(entry.kind), entry.description, entry.hash.toHex().left(12)});
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
            QString(),
            1,
            1,
            addJsonOption,
            run};
}

} // namespace app
