// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"
#include "model/session/gestures.h"

namespace app {
namespace {

model::Result<ExitStatus> run(const Invocation &invocation)
{
    if (invocation.word(3).trimmed().isEmpty())
        return wrongUsage(QStringLiteral("The new name is empty."));
    const auto named = openSubject(invocation);
    if (!named)
        return named.error();
    const QString name = model::tidyName(named->subject.kind, invocation.word(3));
    return decide(*named->file, model::session::renameSubject(*named->file, named->subject.id, name));
}

} // namespace

Command renameCommand()
{
    return {QStringLiteral("rename"),
            QStringLiteral("CASE partner|permission NAME NEW-NAME"),
            QStringLiteral("Give a partner or permission another name; the old one stays as an alias."),
            QString(),
            4,
            4,
            addReviewerOption,
            run};
}

} // namespace app
