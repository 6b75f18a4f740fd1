// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"

namespace app {
namespace {

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto document = (*file)->findDocument(invocation.word(1));
    if (!document)
        return document.error();
    return decide(**file, model::journal::Decision{
                              {model::journal::RetitleDocument{document->sha256, invocation.word(2).simplified()}}});
}

} // namespace

Command titleCommand()
{
    return {QStringLiteral("title"),
            QStringLiteral("CASE DOCUMENT [TITLE]"),
            QStringLiteral("Give a document a title of yours; without TITLE, its own again."),
            QString(),
            2,
            3,
            addReviewerOption,
            run};
}

} // namespace app
