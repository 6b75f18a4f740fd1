// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "model/base/counted.h"
#include "model/session/learned_file.h"
#include "model/session/learning.h"

namespace app {
namespace {

const QString exportOption = QStringLiteral("export");
const QString importOption = QStringLiteral("import");
const QString resetOption = QStringLiteral("reset");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({exportOption, QStringLiteral("Write what was learned to FILE."), QStringLiteral("FILE")});
    parser.addOption(
        {importOption, QStringLiteral("Go on from what another case has learned."), QStringLiteral("FILE")});
    parser.addOption({resetOption, QStringLiteral("Forget it all; decisions stay as they are.")});
    addJsonOption(parser);
}

model::Result<ExitStatus> tell(const Invocation &invocation, const CaseFile &file)
{
    const auto state = model::session::learningState(file);
    if (!state)
        return state.error();
    if (invocation.wantsJson()) {
        printJson(QJsonObject{{QStringLiteral("model"), state->model},
                              {QStringLiteral("taken_over"), state->isTakenOver},
                              {QStringLiteral("documents"), state->documents},
                              {QStringLiteral("passages"), state->passages}});
        return ExitStatus::Done;
    }
    printLine(QStringLiteral("Model %1%2; the case adds %3 in %4.")
                  .arg(state->model,
                       state->isTakenOver ? QStringLiteral(", begun with what another case had learned") : QString(),
                       model::counted(state->passages, QStringLiteral("passage"), QStringLiteral("passages")),
                       model::counted(state->documents, QStringLiteral("document"), QStringLiteral("documents"))));
    return ExitStatus::Done;
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const int wishes =
        int(invocation.has(exportOption)) + int(invocation.has(importOption)) + int(invocation.has(resetOption));
    if (wishes > 1)
        return wrongUsage(QStringLiteral("--export, --import and --reset go one at a time."));
    const bool changes = invocation.has(importOption) || invocation.has(resetOption);
    const auto file = changes ? invocation.openToWrite() : invocation.openToRead();
    if (!file)
        return file.error();
    model::Result<void> done;
    if (invocation.has(exportOption))
        done = model::session::writeLearned(**file, invocation.value(exportOption));
    else if (invocation.has(importOption))
        done = model::session::readLearned(**file, invocation.value(importOption));
    else if (invocation.has(resetOption))
        done = model::session::resetLearned(**file);
    if (!done)
        return done.error();
    return tell(invocation, **file);
}

} // namespace

Command learnedCommand()
{
    return {QStringLiteral("learned"),
            QStringLiteral("CASE [--export FILE | --import FILE | --reset]"),
            QStringLiteral("Say what the annotation model learned in the case; take it out, bring it in, forget it."),
            QStringLiteral("What is taken out holds no text, but traces of the documents' words: keep it as you keep "
                           "the case."),
            1,
            1,
            addOptions,
            run};
}

} // namespace app
