// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "model/domain/coverage.h"

namespace app {
namespace {

QJsonObject toJson(const model::Coverage &coverage)
{
    return {{QStringLiteral("pages"), coverage.pages()},
            {QStringLiteral("read_by_reporter"), coverage.byReporter},
            {QStringLiteral("read_only_by_model"), coverage.onlyByModel},
            {QStringLiteral("read_by_nobody"), coverage.byNobody}};
}

QStringList cells(const model::Coverage &coverage)
{
    return {QString::number(coverage.pages()), QString::number(coverage.byReporter),
            QString::number(coverage.onlyByModel), QString::number(coverage.byNobody)};
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto documents = (*file)->documents();
    if (!documents)
        return documents.error();
    model::Coverage all;
    QJsonArray array;
    Table table{{QStringLiteral("No."), QStringLiteral("Pages"), QStringLiteral("You"),
                 QStringLiteral("Only the model"), QStringLiteral("Nobody"), QStringLiteral("Title")},
                {}};
    for (const model::Document &document : *documents) {
        const model::Coverage coverage = coverageOf(document);
        all += coverage;
        QJsonObject object = toJson(coverage);
        object.insert(QStringLiteral("document"), document.number);
        object.insert(QStringLiteral("file"), document.file);
        object.insert(QStringLiteral("state"), model::toWord(document.state));
        array += object;
        table.rows.push_back(QStringList(QString::number(document.number)) + cells(coverage) +
                             QStringList(document.title));
    }
    if (invocation.wantsJson()) {
        QJsonObject object = toJson(all);
        object.insert(QStringLiteral("documents"), array);
        printJson(object);
        return ExitStatus::Done;
    }
    if (!table.rows.empty())
        table.rows.push_back(QStringList(QStringLiteral("All")) + cells(all) + QStringList(QString()));
    printTable(table, QStringLiteral("The case has no documents yet; \"carveout import\" brings them in."));
    return ExitStatus::Done;
}

} // namespace

Command coverageCommand()
{
    return {
        QStringLiteral("coverage"),
        QStringLiteral("CASE [--json]"),
        QStringLiteral("List who read the pages: you, only the annotation model, or nobody."),
        QStringLiteral("Documents that wait or could not be read have no pages here; \"carveout documents\" says why."),
        1,
        1,
        addJsonOption,
        run};
}

} // namespace app
