// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"
#include "model/session/document_origin.h"
#include "model/session/mail_conversations.h"

#include <QHash>

namespace app {
namespace {

QString stateText(const model::Document &document)
{
    const QString state = model::toWord(document.state);
    return document.reason != model::RefusalReason::None ? state + QLatin1Char('\n') + model::toWord(document.reason)
                                                         : state;
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    const auto documents = (*file)->documents();
    if (!documents)
        return documents.error();
    if (invocation.wantsJson()) {
        const auto mails = model::session::conversations(**file);
        if (!mails)
            return mails.error();
        QHash<qint64, model::ThreadedMail> threaded;
        for (const model::ThreadedMail &mail : *mails)
            threaded.insert(mail.mail.number, mail);
        QJsonArray array;
        for (const model::Document &document : *documents) {
            const auto facts = (*file)->facts(document.sha256);
            if (!facts)
                return facts.error();
            const auto traits = documentTraits(**file, document);
            if (!traits)
                return traits.error();
            QJsonObject object = toJson(document);
            const auto conversion = model::session::conversionOf(**file, document.sha256);
            if (!conversion)
                return conversion.error();
            if (*conversion)
                object[QStringLiteral("converted_by")] = (**conversion).converter;
            object[QStringLiteral("facts")] = toJson(*facts, *traits);
            if (const auto mail = threaded.constFind(document.number); mail != threaded.constEnd())
                object[QStringLiteral("mail")] = toJson(*mail);
            array += object;
        }
        printJson(array);
        return ExitStatus::Done;
    }
    Table table{{QStringLiteral("No."), QStringLiteral("State"), QStringLiteral("Pages"), QStringLiteral("Read"),
                 QStringLiteral("Title"), QStringLiteral("Found at"), QStringLiteral("SHA-256")},
                {}};
    for (const model::Document &document : *documents) {
        const QString title =
            document.reasonText.isEmpty() ? document.title : document.title + QLatin1Char('\n') + document.reasonText;
        table.rows.push_back({QString::number(document.number), stateText(document),
                              QString::number(document.pageCount), QString::number(document.pagesReadByReporter), title,
                              document.origins.join(QLatin1Char('\n')), document.sha256.toHex().left(12)});
    }
    printTable(table, QStringLiteral("The case has no documents yet; \"carveout import\" brings them in."));
    return ExitStatus::Done;
}

} // namespace

Command documentsCommand()
{
    return {QStringLiteral("documents"),
            QStringLiteral("CASE [--json]"),
            QStringLiteral("List the documents."),
            QString(),
            1,
            1,
            addJsonOption,
            run};
}

} // namespace app
