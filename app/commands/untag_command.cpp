// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"
#include "model/session/gestures.h"

namespace app {
namespace {

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto tag = tagIdFrom(**file, invocation.word(1));
    if (!tag)
        return tag.error();
    return decide(**file, model::session::untag(**file, *tag));
}

} // namespace

Command untagCommand()
{
    return {QStringLiteral("untag"),
            QStringLiteral("CASE TAG"),
            QStringLiteral("Take a tag away, with its links and notes."),
            QString(),
            2,
            2,
            addReviewerOption,
            run};
}

} // namespace app
