// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"
#include "model/session/gestures.h"

namespace app {
namespace {

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto verdict = model::verdictFromWord(invocation.word(3));
    if (!verdict)
        return wrongUsage(QStringLiteral("\"%1\" is no verdict.").arg(invocation.word(3)));
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto finding = model::session::findingNamed(**file, invocation.word(1), invocation.word(2));
    if (!finding)
        return finding.error();
    return decide(**file, model::journal::Decision{{model::journal::SetVerdict{*finding, *verdict}}});
}

} // namespace

Command verdictCommand()
{
    return {QStringLiteral("verdict"),
            QStringLiteral("CASE PARTNER PERMISSION open|alleged|confirmed|disputed|dismissed"),
            QStringLiteral("Say what you conclude on a finding."),
            QString(),
            4,
            4,
            addReviewerOption,
            run};
}

} // namespace app
