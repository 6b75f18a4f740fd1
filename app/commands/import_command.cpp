// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/importing.h"
#include "app/commands/invocation.h"
#include "app/commands/password.h"

namespace app {
namespace {

using model::intake::Importer;

const QString withdrawnTooOption = QStringLiteral("again");
const QString jobsOption = QStringLiteral("jobs");
const QString retryOption = QStringLiteral("retry");
const QString passwordFileOption = QStringLiteral("password-file");
const QString noSuggestionsOption = QStringLiteral("no-suggestions");
const QString noOcrOption = QStringLiteral("no-ocr");
const QString revisionsOption = QStringLiteral("revisions");
const QString passwordOption = QStringLiteral("password");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({jobsOption,
                      QStringLiteral("How many readers at once; as many as there are processors when not given."),
                      QStringLiteral("N")});
    parser.addOption(
        {retryOption, QStringLiteral("Read documents again that could not be read: those named, else all.")});
    parser.addOption({revisionsOption, QStringLiteral("Take the earlier states out of PDFs that were added to, as "
                                                      "documents of their own.")});
    parser.addOption({withdrawnTooOption, QStringLiteral("Take in also what was withdrawn earlier.")});
    parser.addOption({passwordOption, QStringLiteral("Ask on the terminal for the password of encrypted documents.")});
    parser.addOption(
        {passwordFileOption, QStringLiteral("The first line of FILE is that password."), QStringLiteral("FILE")});
    parser.addOption({noSuggestionsOption, QStringLiteral("Suggest nothing; \"carveout suggest\" can later.")});
    parser.addOption({noOcrOption, QStringLiteral("Do not read scanned pages; \"carveout ocr\" can later.")});
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

model::Result<ExitStatus> run(const Invocation &invocation)
{
    bool isNumber = true;
    const int jobs = invocation.has(jobsOption) ? invocation.value(jobsOption).toInt(&isNumber) : 0;
    if (!isNumber || jobs < 0 || jobs > 1024 || (invocation.has(jobsOption) && jobs == 0))
        return wrongUsage(QStringLiteral("--jobs is a number from 1 to 1024."));
    const bool takesRevisions = invocation.has(revisionsOption);
    if (takesRevisions && (invocation.has(retryOption) || invocation.wordCount() < 2))
        return wrongUsage(QStringLiteral("--revisions needs documents of the case, and goes without --retry."));
    const auto password = passwordFor(invocation);
    if (!password)
        return password.error();
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto documents =
        documentsNamed(**file, invocation.has(retryOption) || takesRevisions ? invocation.wordsFrom(1) : QStringList());
    if (!documents)
        return documents.error();

    return runImport(
        invocation, **file,
        {jobs, invocation.has(withdrawnTooOption), !invocation.has(noSuggestionsOption), !invocation.has(noOcrOption)},
        [&](Importer &importer, const std::stop_token &stop) {
            if (takesRevisions)
                return importer.takeEarlierStates(*documents, stop, *password);
            return invocation.has(retryOption) ? importer.retry(*documents, *password, stop)
                                               : importer.import(invocation.wordsFrom(1), stop, *password);
        });
}

} // namespace

Command importCommand()
{
    return {
        QStringLiteral("import"),
        QStringLiteral(
            "CASE [PATH...] [--jobs N] [--again] [--no-suggestions] [--no-ocr] | CASE --retry [DOCUMENT...] | CASE "
            "--revisions DOCUMENT..."),
        QStringLiteral("Bring in files, folders and archives."),
        QStringLiteral(
            "Folders are gone through to the bottom; hidden files and symbolic links in them are passed over.\n"
            ".zip, .7z, .rar and .tar are unpacked, and so are mails, mailboxes and the files inside PDFs. An\n"
            "import that was stopped or killed goes on where it was when it is run again, with the same paths or\n"
            "with none. The same bytes found twice are one document. Documents of office programs are converted\n"
            "by LibreOffice; where that is not installed they wait for it. What was withdrawn earlier is left out,\n"
            "unless you say --again. A password is tried on all that is encrypted, and with --retry also on what\n"
            "came in the same bundle as DOCUMENT; it is never an argument, which other users could see, and is\n"
            "not kept. A PDF that was saved by adding to it holds its earlier states: --revisions makes documents\n"
            "of them, \"report.pdf/revision 1 of 3.pdf\", which count as one source with it. The status is 3 when\n"
            "some documents could not be read; their bytes are kept."),
        1,
        -1,
        addOptions,
        run};
}

} // namespace app
