// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"
#include "model/session/case_export.h"

namespace app {
namespace {

void addOptions(QCommandLineParser &parser)
{
    addFilterOptions(parser);
    addHiddenOption(parser);
    addJsonOption(parser);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto filter = filterFrom(invocation);
    if (!filter)
        return filter.error();
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto lines = model::session::filteredEvidence(**file, *filter, invocation.has(hiddenOption));
    if (!lines)
        return lines.error();
    if (invocation.wantsJson()) {
        QJsonArray array;
        for (const model::EvidenceLine &line : *lines)
            array += toJson(line);
        printJson(array);
        return ExitStatus::Done;
    }
    Table table{{QStringLiteral("Link"), QStringLiteral("Partner"), QStringLiteral("Permission"),
                 QStringLiteral("Stance"), QStringLiteral("Where"), QStringLiteral("Passage")},
                {},
                {0}};
    for (const model::EvidenceLine &line : *lines)
        table.rows.push_back({line.link.id.toString(), line.partner, line.permission, model::toWord(line.link.stance),
                              QStringLiteral("%1 p. %2").arg(line.file).arg(line.tag.passage.firstPage + 1),
                              line.tag.passage.quote.simplified()});
    printTable(table, QStringLiteral("There is no evidence here."));
    return ExitStatus::Done;
}

} // namespace

Command evidenceCommand()
{
    return {QStringLiteral("evidence"),
            QStringLiteral("CASE [FILTER] [--hidden] [--json]"),
            QStringLiteral("List the evidence of the findings."),
            QString(),
            1,
            1,
            addOptions,
            run};
}

} // namespace app
