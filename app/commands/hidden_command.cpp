// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"

#include <optional>

namespace app {
namespace {

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    std::optional<model::Sha256> only;
    if (invocation.wordCount() > 1) {
        const auto document = (*file)->findDocument(invocation.word(1));
        if (!document)
            return document.error();
        only = document->sha256;
    }
    const auto lines = (*file)->hiddenText(only);
    if (!lines)
        return lines.error();
    if (invocation.wantsJson()) {
        QJsonArray array;
        for (const model::HiddenLine &line : *lines)
            array += toJson(line);
        printJson(array);
        return ExitStatus::Done;
    }
    Table table{{QStringLiteral("No."), QStringLiteral("Page"), QStringLiteral("Hidden"), QStringLiteral("Words"),
                 QStringLiteral("Title")},
                {}};
    for (const model::HiddenLine &line : *lines)
        table.rows.push_back({QString::number(line.number), QString::number(line.pageIndex + 1),
                              model::toWord(line.passage.reason), line.text.simplified(), line.title});
    printTable(table, QStringLiteral("No hidden text was found."));
    return ExitStatus::Done;
}

} // namespace

Command hiddenCommand()
{
    return {QStringLiteral("hidden"),
            QStringLiteral("CASE [DOCUMENT] [--json]"),
            QStringLiteral("List the text that whoever made the files hid."),
            QStringLiteral(
                "Words under a box or a picture, in the colour of the background, invisible, too small to be read,\n"
                "outside the page or cut off, and words marked for a redaction that was never applied. They can be\n"
                "searched and tagged as all others (hidden:yes); exports leave them out unless --hidden is given."),
            1,
            2,
            addJsonOption,
            run};
}

} // namespace app
