// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"
#include "app/commands/importing.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"
#include "model/base/clock.h"
#include "model/session/rebuild.h"

namespace app {
namespace {

void addOptions(QCommandLineParser &parser)
{
    addReviewerOption(parser);
    addJsonOption(parser);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto backup = model::session::rebuild(invocation.word(0));
    if (!backup)
        return backup.error();
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto entries = (*file)->journalEntries();
    if (!entries)
        return entries.error();
    complain(
        QStringLiteral("The case was made anew from “%1”, which ends with entry %2 of the journal, of %3. The damaged "
                       "file is kept beside it. The originals are read again now.")
            .arg(*backup)
            .arg(entries->empty() ? 0 : entries->back().seq)
            .arg(entries->empty() ? QString() : model::timeText(entries->back().timeMs)));
    return runImport(invocation, **file, {}, [](model::intake::Importer &importer, const std::stop_token &stop) {
        return importer.import({}, stop);
    });
}

} // namespace

Command rebuildCommand()
{
    return {
        QStringLiteral("rebuild"),
        QStringLiteral("CASE [--json]"),
        QStringLiteral("Make a damaged case anew from its newest automatic backup and the originals."),
        QStringLiteral("What was decided since that backup is lost. The damaged file stays in the case's folder as\n"
                       "case.sqlite.damaged-N, until something is withdrawn. Does nothing to a case that is sound."),
        1,
        1,
        addOptions,
        run};
}

} // namespace app
