// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "model/reader/reader_host.h"
#include "model/session/sample_case.h"

#include <QFileInfo>

namespace app {
namespace {

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const QString path = QFileInfo(invocation.word(0)).absoluteFilePath();
    const auto made =
        model::session::makeSampleCase(path, model::reader::ReaderHost::programBesideThis(), {invocation.reviewer()});
    if (!made)
        return made.error();
    printLine(path);
    return ExitStatus::Done;
}

} // namespace

Command sampleCommand()
{
    return {
        QStringLiteral("sample"),
        QStringLiteral("CASE"),
        QStringLiteral("Make a case of invented documents, with what a reviewer decided on them, to try things on."),
        QStringLiteral("CASE is a folder that does not exist yet."),
        1,
        1,
        addReviewerOption,
        run};
}

} // namespace app
