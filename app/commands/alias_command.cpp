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
    const auto kind = subjectKindFrom(invocation.word(1));
    if (!kind)
        return kind.error();
    const QString alias = model::tidyName(*kind, invocation.word(3));
    if (alias.isEmpty())
        return wrongUsage(QStringLiteral("The alias is empty."));
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto subject = (*file)->findSubject(*kind, invocation.word(2));
    if (!subject)
        return subject.error();
    if (invocation.has(removeOption))
        return decide(**file, model::journal::Decision{{model::journal::RemoveAlias{subject->id, alias}}});
    return decide(**file, model::journal::Decision{{model::journal::AddAlias{subject->id, alias}}});
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
