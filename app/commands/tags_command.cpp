// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"

namespace app {
namespace {

model::Result<std::vector<model::Tag>> tagsIn(const CaseFile &file, const Invocation &invocation)
{
    if (invocation.wordCount() > 1) {
        const auto document = file.findDocument(invocation.word(1));
        if (!document)
            return document.error();
        if (invocation.wordCount() == 2)
            return file.tagsOfDocument(document->sha256);
        const auto page = pageIndexFrom(invocation.word(2), *document);
        if (!page)
            return page.error();
        return file.tagsOnPage(document->sha256, *page);
    }
    const auto documents = file.documents();
    if (!documents)
        return documents.error();
    std::vector<model::Tag> all;
    for (const model::Document &document : *documents) {
        const auto tags = file.tagsOfDocument(document.sha256);
        if (!tags)
            return tags.error();
        all.insert(all.end(), tags->begin(), tags->end());
    }
    return all;
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto tags = tagsIn(**file, invocation);
    if (!tags)
        return tags.error();
    Places places(**file);
    QJsonArray array;
    Table table{{QStringLiteral("Id"), QStringLiteral("Doc."), QStringLiteral("Page"), QStringLiteral("Kind"),
                 QStringLiteral("Name"), QStringLiteral("Passage")},
                {},
                {0}};
    for (const model::Tag &tag : *tags) {
        const auto json = toJson(**file, places, tag);
        if (!json)
            return json.error();
        array += *json;
        const auto field = [&json](const char *name) {
            return json->value(QLatin1String(name)).toVariant().toString();
        };
        table.rows.push_back(
            {field("id"), field("document"), field("page"), field("kind"), field("name"), field("quote").simplified()});
    }
    if (invocation.wantsJson())
        printJson(array);
    else
        printTable(table, QStringLiteral("There are no tags here."));
    return ExitStatus::Done;
}

} // namespace

Command tagsCommand()
{
    return {QStringLiteral("tags"),
            QStringLiteral("CASE [DOCUMENT [PAGE]] [--json]"),
            QStringLiteral("List the tags."),
            QString(),
            1,
            3,
            addJsonOption,
            run};
}

} // namespace app
