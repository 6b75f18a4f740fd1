// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/interrupt_watch.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"
#include "app/commands/password.h"
#include "app/commands/progress_line.h"
#include "model/intake/importer.h"
#include "model/intake/suggesting.h"
#include "model/reader/reader_host.h"
#include "model/session/suggestions.h"

#include <algorithm>

namespace app {
namespace {

using model::intake::Importer;
using model::intake::ImportReport;

const QString jobsOption = QStringLiteral("jobs");
const QString retryOption = QStringLiteral("retry");
const QString passwordFileOption = QStringLiteral("password-file");
const QString noSuggestionsOption = QStringLiteral("no-suggestions");
const QString passwordOption = QStringLiteral("password");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({jobsOption,
                      QStringLiteral("How many readers at once; as many as there are processors when not given."),
                      QStringLiteral("N")});
    parser.addOption(
        {retryOption, QStringLiteral("Read documents again that could not be read: those named, else all.")});
    parser.addOption({passwordOption, QStringLiteral("Ask on the terminal for the password of encrypted documents.")});
    parser.addOption(
        {passwordFileOption, QStringLiteral("The first line of FILE is that password."), QStringLiteral("FILE")});
    parser.addOption({noSuggestionsOption, QStringLiteral("Suggest nothing; \"carveout suggest\" can later.")});
    addReviewerOption(parser);
    addJsonOption(parser);
}

model::Result<QByteArray> passwordFor(const Invocation &invocation)
{
    if (invocation.has(passwordFileOption))
        return passwordFromFile(invocation.value(passwordFileOption));
    if (invocation.has(passwordOption))
        return passwordFromTerminal();
    return QByteArray();
}

model::Result<std::vector<model::Sha256>> documentsNamed(const CaseFile &file, const QStringList &words)
{
    std::vector<model::Sha256> documents;
    for (const QString &word : words) {
        const auto document = file.findDocument(word);
        if (!document)
            return document.error();
        documents.push_back(document->sha256);
    }
    return documents;
}

QJsonObject toJson(const ImportReport &report, const std::vector<model::Document> &refused)
{
    QJsonArray refusedArray;
    for (const model::Document &document : refused)
        refusedArray += app::toJson(document);
    QJsonArray skippedArray;
    for (const model::intake::SkippedFile &skipped : report.skipped)
        skippedArray +=
            QJsonObject{{QStringLiteral("origin"), skipped.origin}, {QStringLiteral("sentence"), skipped.sentence}};
    return {{QStringLiteral("files"), report.files},   {QStringLiteral("new_documents"), report.newDocuments},
            {QStringLiteral("read"), report.read},     {QStringLiteral("refused"), refusedArray},
            {QStringLiteral("skipped"), skippedArray}, {QStringLiteral("cancelled"), report.cancelled}};
}

/// Says what became of the import; results on standard output, what went wrong on standard error.
model::Result<ExitStatus> tell(const Invocation &invocation, const CaseFile &file, const ImportReport &report)
{
    std::vector<model::Document> refused;
    for (const model::Sha256 &sha : report.refused) {
        const auto document = file.document(sha);
        if (!document)
            return document.error();
        refused.push_back(*document);
    }
    std::sort(refused.begin(), refused.end(),
              [](const model::Document &a, const model::Document &b) { return a.number < b.number; });
    if (invocation.wantsJson())
        printJson(toJson(report, refused));
    else
        printLine(QStringLiteral("%1 files taken in, %2 of them new documents; %3 documents read, %4 could not be read")
                      .arg(report.files)
                      .arg(report.newDocuments)
                      .arg(report.read)
                      .arg(refused.size()));
    for (const model::Document &document : refused)
        complain(QStringLiteral("%1 (%2): %3").arg(document.file, model::toWord(document.reason), document.reasonText));
    for (const model::intake::SkippedFile &skipped : report.skipped)
        complain(QStringLiteral("%1: %2").arg(skipped.origin, skipped.sentence));
    if (report.cancelled) {
        complain(QStringLiteral("Stopped. What was done is kept; \"carveout import\" goes on with the rest."));
        return ExitStatus::Failed;
    }
    if (report.isComplete())
        return ExitStatus::Done;
    const bool didNothing = report.files == 0 && report.read == 0 && refused.empty();
    return didNothing ? ExitStatus::Failed : ExitStatus::SomeUnread;
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    bool isNumber = true;
    const int jobs = invocation.has(jobsOption) ? invocation.value(jobsOption).toInt(&isNumber) : 0;
    if (!isNumber || jobs < 0 || jobs > 1024 || (invocation.has(jobsOption) && jobs == 0))
        return wrongUsage(QStringLiteral("--jobs is a number from 1 to 1024."));
    const bool wantsPassword = invocation.has(passwordOption) || invocation.has(passwordFileOption);
    if (wantsPassword && !invocation.has(retryOption))
        return wrongUsage(
            QStringLiteral("A password is for --retry: which documents need one is known once they were read."));
    const auto password = passwordFor(invocation);
    if (!password)
        return password.error();
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto documents =
        documentsNamed(**file, invocation.has(retryOption) ? invocation.wordsFrom(1) : QStringList());
    if (!documents)
        return documents.error();

    const InterruptWatch interrupt;
    const auto host = model::reader::ReaderHost::start({model::reader::ReaderHost::programBesideThis(), {}, true});
    if (!host)
        return host.error();
    const auto report = [&] {
        ProgressLine line;
        Importer importer({(*file)->path(),
                           (*file)->options().reviewer,
                           (*file)->options().clock,
                           *host,
                           invocation.has(noSuggestionsOption) ? nullptr : model::session::shippedProposer(),
                           jobs,
                           [&file](const Importer::Step &step) { step((*file)->database()); },
                           [&line](const model::intake::ImportProgress &progress) { line.show(progress); },
                           {}});
        return invocation.has(retryOption) ? importer.retry(*documents, *password, interrupt.token())
                                           : importer.import(invocation.wordsFrom(1), interrupt.token());
    }();
    if (!report)
        return report.error();
    return tell(invocation, **file, *report);
}

} // namespace

Command importCommand()
{
    return {QStringLiteral("import"),
            QStringLiteral("CASE [PATH...] [--jobs N] [--no-suggestions] | CASE --retry [DOCUMENT...]"),
            QStringLiteral("Bring in files, folders and archives."),
            QStringLiteral(
                "Folders are gone through to the bottom; hidden files and symbolic links in them are passed over.\n"
                ".zip, .tar, .tar.gz and .tar.xz are unpacked. An import that was stopped or killed goes on where it\n"
                "was when it is run again, with the same paths or with none. The same bytes found twice are one\n"
                "document. The status is 3 when some documents could not be read; their bytes are kept."),
            1,
            -1,
            addOptions,
            run};
}

} // namespace app
