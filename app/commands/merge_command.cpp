// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"
#include "model/session/gestures.h"

namespace app {
namespace {

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto named = openSubject(invocation);
    if (!named)
        return named.error();
    const auto into = named->file->findSubject(named->subject.kind, invocation.word(3));
    if (!into)
        return into.error();
    if (named->subject.id == into->id)
        return model::Error{model::ErrorKind::Invalid, QStringLiteral("\"%1\" and \"%2\" are one and the same already.")
                                                           .arg(invocation.word(2), invocation.word(3))};
    return decide(*named->file, mergeSubject(*named->file, named->subject.id, into->id));
}

} // namespace

Command mergeCommand()
{
    return {QStringLiteral("merge"),
            QStringLiteral("CASE partner|permission NAME INTO"),
            QStringLiteral("Let one partner or permission count as another."),
            QString(),
            4,
            4,
            addReviewerOption,
            run};
}

} // namespace app
