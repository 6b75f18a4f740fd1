// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"

namespace app {
namespace {

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto document = (*file)->findDocument(invocation.word(1));
    if (!document)
        return document.error();
    const auto page = pageIndexFrom(invocation.word(2), *document);
    if (!page)
        return page.error();
    const auto text = (*file)->pageText(document->sha256, *page);
    if (!text)
        return text.error();
    printPageText(text->text);
    return ExitStatus::Done;
}

} // namespace

Command textCommand()
{
    return {QStringLiteral("text"),
            QStringLiteral("CASE DOCUMENT PAGE"),
            QStringLiteral("Print the text of a page."),
            QStringLiteral(
                "\"carveout tag\" counts its START and END in the Unicode code points of this text, from 0. A line\n"
                "break is added at the end when the text has none there; it is not part of the text. On a terminal,\n"
                "control characters are shown as U+FFFD, one for one."),
            3,
            3,
            nullptr,
            run};
}

} // namespace app
