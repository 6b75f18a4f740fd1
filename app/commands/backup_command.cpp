// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"
#include "app/commands/interrupt_watch.h"
#include "app/commands/invocation.h"
#include "model/base/counted.h"
#include "model/session/backup.h"

namespace app {
namespace {

model::Result<ExitStatus> runBackup(const Invocation &invocation)
{
    const InterruptWatch interrupt;
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    model::session::BackupOptions options;
    options.stop = interrupt.token();
    const auto report = model::session::backup(**file, invocation.word(1), options);
    if (!report)
        return report.error();
    for (const QString &problem : report->problems)
        complain(problem);
    complain(QStringLiteral("%1 in the backup, which was read again and compared; the journal's head is %2")
                 .arg(model::counted(report->documents, QStringLiteral("original is"), QStringLiteral("originals are")),
                      report->head.toHex()));
    return report->problems.isEmpty() ? ExitStatus::Done : ExitStatus::Failed;
}

model::Result<ExitStatus> runRestore(const Invocation &invocation)
{
    const InterruptWatch interrupt;
    model::session::BackupOptions options;
    options.stop = interrupt.token();
    if (const auto restored = model::session::restore(invocation.word(0), invocation.word(1), options); !restored)
        return restored.error();
    complain(QStringLiteral("the case was unpacked and verified"));
    return ExitStatus::Done;
}

} // namespace

Command backupCommand()
{
    return {QStringLiteral("backup"),
            QStringLiteral("CASE FILE.tar"),
            QStringLiteral("Pack the case into one file and verify that."),
            QStringLiteral(
                "The file is not encrypted. The status is 1 when originals of the case itself were found missing or\n"
                "changed; the backup has them as they are."),
            2,
            2,
            nullptr,
            runBackup};
}

Command restoreCommand()
{
    return {QStringLiteral("restore"),
            QStringLiteral("FILE.tar CASE"),
            QStringLiteral("Unpack a backup into a new case and verify that."),
            QString(),
            2,
            2,
            nullptr,
            runRestore};
}

} // namespace app
