// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "model/exchange/csv_export.h"
#include "model/exchange/layouts.h"

namespace app {
namespace {

using namespace model::exchange;

const QString layoutOption = QStringLiteral("layout");
const QString bomOption = QStringLiteral("bom");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({layoutOption,
                      QStringLiteral("wide: the matrix. long: a line a finding. evidence: a line an evidence passage."),
                      QStringLiteral("LAYOUT")});
    parser.addOption({bomOption, QStringLiteral("Begin with a byte order mark, for Excel.")});
    addFilterOptions(parser);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto layout = layoutFromWord(invocation.value(layoutOption));
    if (!layout)
        return wrongUsage(QStringLiteral("--layout is wide, long or evidence."));
    const auto filter = filterFrom(invocation);
    if (!filter)
        return filter.error();
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto whole = (*file)->matrix();
    if (!whole)
        return whole.error();
    const auto evidence = (*file)->evidence();
    if (!evidence)
        return evidence.error();
    const auto head = (*file)->journalHead();
    if (!head)
        return head.error();
    const model::Matrix matrix = filtered(*whole, *filter);
    const auto fill = [&](CsvWriter &csv) {
        switch (*layout) {
        case Layout::Wide:
            return writeWide(csv, matrix);
        case Layout::Long:
            return writeLong(csv, matrix);
        case Layout::Evidence:
            return writeEvidence(csv, evidenceIn(matrix, *filter, *evidence));
        }
    };
    const auto mark = invocation.has(bomOption) ? CsvWriter::Mark::ByteOrder : CsvWriter::Mark::None;
    if (const auto exported = exportCsv(invocation.word(1), mark, fill); !exported)
        return exported.error();
    complain(QStringLiteral("the journal's head is %1").arg(head->toHex()));
    return ExitStatus::Done;
}

} // namespace

Command exportCommand()
{
    return {QStringLiteral("export"),
            QStringLiteral("CASE FILE.csv --layout wide|long|evidence [--bom] [FILTER]"),
            QStringLiteral("Write the matrix or its evidence as CSV."),
            QStringLiteral(
                "RFC 4180 in UTF-8. A cell that a spreadsheet would run as a formula (it starts with = + - @, a tab\n"
                "or a line break) gets an apostrophe in front. A failed export leaves the old file. The hash of the\n"
                "journal's last entry goes to standard error: \"carveout verify --head\" knows it again. With\n"
                "--stance, the evidence layout gives the passages of that stance only."),
            2,
            2,
            addOptions,
            run};
}

} // namespace app
