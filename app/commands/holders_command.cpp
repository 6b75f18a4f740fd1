// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"

namespace app {
namespace {

const QString setOption = QStringLiteral("set");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({setOption, QStringLiteral("These are the holders from now on. May be given several times."),
                      QStringLiteral("NAME")});
    addReviewerOption(parser);
    addJsonOption(parser);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    if (invocation.has(setOption)) {
        const auto file = invocation.openToWrite();
        if (!file)
            return file.error();
        const QStringList holders = invocation.values(setOption) + invocation.wordsFrom(1);
        return decide(**file, model::journal::Decision{{model::journal::SetHolders{holders}}});
    }
    if (invocation.wordCount() > 1)
        return wrongUsage(QStringLiteral("To change the holders, write --set before the first."));
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto holders = (*file)->holders();
    if (!holders)
        return holders.error();
    QJsonArray array;
    for (const QString &holder : *holders) {
        if (!invocation.wantsJson())
            printLine(holder);
        array += QJsonObject{{QStringLiteral("name"), holder}};
    }
    if (invocation.wantsJson())
        printJson(array);
    return ExitStatus::Done;
}

} // namespace

Command holdersCommand()
{
    return {QStringLiteral("holders"),
            QStringLiteral("CASE [--set NAME...] [--json]"),
            QStringLiteral("List or set who holds the data."),
            QString(),
            1,
            -1,
            addOptions,
            run};
}

} // namespace app
