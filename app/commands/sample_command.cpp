// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"
#include "app/commands/importing.h"
#include "app/commands/invocation.h"
#include "model/session/sample_case.h"

#include <QDir>
#include <QTemporaryDir>

namespace app {
namespace {

using model::intake::Importer;

void addOptions(QCommandLineParser &parser)
{
    addReviewerOption(parser);
    addJsonOption(parser);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto file =
        model::session::CaseFile::create(invocation.word(0), model::session::sampleHolders(), {invocation.reviewer()});
    if (!file)
        return file.error();
    const QTemporaryDir scratch;
    const QString bundle = scratch.filePath(QStringLiteral("Sample documents"));
    QDir().mkpath(bundle);
    if (const auto written = model::session::writeSampleBundle(bundle); !written)
        return written.error();
    const auto imported = runImport(invocation, **file, {}, [&](Importer &importer, const std::stop_token &stop) {
        return importer.import({bundle}, stop);
    });
    if (!imported || *imported != ExitStatus::Done)
        return imported;
    if (const auto decided = model::session::decideSample(**file); !decided)
        return decided.error();
    return ExitStatus::Done;
}

} // namespace

Command sampleCommand()
{
    return {
        QStringLiteral("sample"),
        QStringLiteral("CASE [--json]"),
        QStringLiteral("Make a case of invented documents, with what a reviewer decided on them, to try things on."),
        QStringLiteral("CASE is a folder that does not exist yet, or is empty."),
        1,
        1,
        addOptions,
        run};
}

} // namespace app
