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
    const auto link = linkIdFrom(**file, invocation.word(1));
    if (!link)
        return link.error();
    return decide(**file, model::session::unlink(**file, *link));
}

} // namespace

Command unlinkCommand()
{
    return {QStringLiteral("unlink"),
            QStringLiteral("CASE LINK"),
            QStringLiteral("Take a link of evidence to a finding away."),
            QStringLiteral("\"carveout evidence\" lists the links with their ids."),
            2,
            2,
            addReviewerOption,
            run};
}

} // namespace app
