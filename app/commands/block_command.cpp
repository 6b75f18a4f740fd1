// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"
#include "model/session/suggestion_gestures.h"

namespace app {
namespace {

template <auto gesture> model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    return decide(**file, gesture(**file, invocation.word(1)));
}

} // namespace

Command blockCommand()
{
    return {QStringLiteral("block"),
            QStringLiteral("CASE NAME"),
            QStringLiteral("Say that a name is never a partner; it is no longer suggested as one."),
            QString(),
            2,
            2,
            addReviewerOption,
            run<model::session::blockName>};
}

Command unblockCommand()
{
    return {QStringLiteral("unblock"),
            QStringLiteral("CASE NAME"),
            QStringLiteral("Take a block back."),
            QString(),
            2,
            2,
            addReviewerOption,
            run<model::session::unblockName>};
}

} // namespace app
