// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/interrupt_watch.h"
#include "app/commands/invocation.h"
#include "model/base/counted.h"
#include "model/session/verify.h"

namespace app {
namespace {

const QString headOption = QStringLiteral("head");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {headOption,
         QStringLiteral("A head hash that was noted earlier: a journal that was rewritten, or cut short, does not "
                        "have it."),
         QStringLiteral("HASH")});
    addJsonOption(parser);
}

QJsonObject toJson(const model::session::VerifyReport &report)
{
    return {{QStringLiteral("clean"), report.isClean()},
            {QStringLiteral("problems"), QJsonArray::fromStringList(report.problems)},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(report.remarks)},
            {QStringLiteral("head"), report.head.toHex()},
            {QStringLiteral("entries"), report.entries},
            {QStringLiteral("documents"), report.documents}};
}

void print(const model::session::VerifyReport &report)
{
    for (const QString &problem : report.problems)
        printLine(problem);
    for (const QString &remark : report.remarks)
        printLine(remark);
    printLine(
        QStringLiteral("%1 and %2 checked: %3")
            .arg(model::counted(report.entries, QStringLiteral("journal entry"), QStringLiteral("journal entries")),
                 model::counted(report.documents, QStringLiteral("original"), QStringLiteral("originals")),
                 report.isClean() ? QStringLiteral("all is well") : QStringLiteral("something is wrong")));
    printLine(QStringLiteral("the journal's head is %1").arg(report.head.toHex()));
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const InterruptWatch interrupt;
    model::session::VerifyOptions options;
    options.stop = interrupt.token();
    if (invocation.has(headOption)) {
        options.head = model::Sha256::fromHex(invocation.value(headOption).trimmed());
        if (!options.head)
            return wrongUsage(QStringLiteral("A head hash has 64 hexadecimal digits."));
    }
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto report = model::session::verify(**file, options);
    if (!report)
        return report.error();
    if (invocation.wantsJson())
        printJson(toJson(*report));
    else
        print(*report);
    return report->isClean() ? ExitStatus::Done : ExitStatus::Failed;
}

} // namespace

Command verifyCommand()
{
    return {QStringLiteral("verify"),
            QStringLiteral("CASE [--head HASH] [--json]"),
            QStringLiteral("Check that nothing in the case was changed behind its back."),
            QStringLiteral(
                "Hashes the originals again, checks the journal's chain, replays it and compares what it adds up to,\n"
                "and checks the database itself. Says in plain words what is wrong; the status is 1 then. Prints the\n"
                "journal's head: noted elsewhere, it proves later that nothing was rewritten."),
            1,
            1,
            addOptions,
            run};
}

} // namespace app
