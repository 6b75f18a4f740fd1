// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"

namespace app {
namespace {

const QString holderOption = QStringLiteral("holder");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {holderOption, QStringLiteral("Who holds the data. May be given several times."), QStringLiteral("NAME")});
    addReviewerOption(parser);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const QStringList holders = invocation.values(holderOption) + invocation.wordsFrom(1);
    if (!invocation.has(holderOption))
        return wrongUsage(QStringLiteral("A case needs a holder: whose data is it about?"));
    const auto created = model::session::CaseFile::create(invocation.word(0), holders, {invocation.reviewer()});
    if (!created)
        return created.error();
    printLine((*created)->path());
    return ExitStatus::Done;
}

} // namespace

Command newCommand()
{
    return {QStringLiteral("new"),
            QStringLiteral("CASE --holder NAME..."),
            QStringLiteral("Make a new, empty case."),
            QStringLiteral(
                "CASE is a folder that does not exist yet, or is empty; NAME.carveout by custom. Names that follow\n"
                "the first holder are holders too."),
            1,
            -1,
            addOptions,
            run};
}

} // namespace app
