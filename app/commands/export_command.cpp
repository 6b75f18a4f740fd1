// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "model/session/case_export.h"

#include <QBuffer>

namespace app {
namespace {

using model::session::ExportRequest;
using model::session::ExportSummary;

const QString layoutOption = QStringLiteral("layout");
const QString bomOption = QStringLiteral("bom");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({layoutOption,
                      QStringLiteral("wide: the matrix. long: a line a finding. evidence: a line an evidence passage."),
                      QStringLiteral("LAYOUT")});
    parser.addOption({bomOption, QStringLiteral("Begin with a byte order mark, for Excel.")});
    addHiddenOption(parser);
    addFilterOptions(parser);
}

model::Result<ExportSummary> exportToOutput(const CaseFile &file, const ExportRequest &request)
{
    QBuffer csv;
    csv.open(QIODevice::WriteOnly);
    auto exported = exportCase(file, request, csv);
    if (exported)
        printCsv(csv.data());
    return exported;
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto layout = model::exchange::layoutFromWord(invocation.value(layoutOption));
    if (!layout)
        return wrongUsage(QStringLiteral("--layout is wide, long or evidence."));
    const auto filter = filterFrom(invocation);
    if (!filter)
        return filter.error();
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const ExportRequest request{invocation.word(1), *layout, invocation.has(bomOption), *filter,
                                invocation.has(hiddenOption)};
    const auto exported =
        request.path == QLatin1String("-") ? exportToOutput(**file, request) : exportCase(**file, request);
    if (!exported)
        return exported.error();
    complain(QStringLiteral("the journal's head is %1").arg(exported->journalHead));
    return ExitStatus::Done;
}

} // namespace

Command exportCommand()
{
    return {QStringLiteral("export"),
            QStringLiteral("CASE FILE.csv|- --layout wide|long|evidence [--bom] [--hidden] [FILTER]"),
            QStringLiteral("Write the matrix or its evidence as CSV."),
            QStringLiteral(
                "RFC 4180 in UTF-8; for FILE.csv a - is standard output. A cell that a spreadsheet would run as a\n"
                "formula (it starts with = + - @, a tab or a line break) gets an apostrophe in front. A failed export\n"
                "leaves the old file. The hash of the journal's last entry goes to standard error: \"carveout verify\n"
                "--head\" knows it again. With --stance, the evidence layout gives the passages of that stance only."),
            2,
            2,
            addOptions,
            run};
}

} // namespace app
