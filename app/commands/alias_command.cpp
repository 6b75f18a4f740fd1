// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"

namespace app {
namespace {

const QString removeOption = QStringLiteral("remove");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({removeOption, QStringLiteral("Take the alias away.")});
    addReviewerOption(parser);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    if (invocation.word(3).trimmed().isEmpty())
        return wrongUsage(QStringLiteral("The alias is empty."));
    const auto named = openSubject(invocation);
    if (!named)
        return named.error();
    const QString alias = model::tidyName(named->subject.kind, invocation.word(3));
    if (invocation.has(removeOption))
        return decide(*named->file, model::journal::Decision{{model::journal::RemoveAlias{named->subject.id, alias}}});
    return decide(*named->file, model::journal::Decision{{model::journal::AddAlias{named->subject.id, alias}}});
}

} // namespace

Command aliasCommand()
{
    return {QStringLiteral("alias"),
            QStringLiteral("CASE partner|permission NAME ALIAS [--remove]"),
            QStringLiteral("Add another spelling of a name, or take it away."),
            QString(),
            4,
            4,
            addOptions,
            run};
}

} // namespace app
