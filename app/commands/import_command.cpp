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
const QString passwordOption = QStringLiteral("password");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({jobsOption,
                      QStringLiteral("How many readers at once; as many as there are processors when not given."),
                      QStringLiteral("N")});
    parser.addOption(
        {retryOption, QStringLiteral("Read documents again that could not be read: those named, else all.")});
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

    return runImport(
        invocation, **file,
        {jobs, invocation.has(withdrawnTooOption), !invocation.has(noSuggestionsOption), !invocation.has(noOcrOption)},
        [&](Importer &importer, const std::stop_token &stop) {
            return invocation.has(retryOption) ? importer.retry(*documents, *password, stop)
                                               : importer.import(invocation.wordsFrom(1), stop);
        });
}

} // namespace

Command importCommand()
{
    return {QStringLiteral("import"),
            QStringLiteral(
                "CASE [PATH...] [--jobs N] [--again] [--no-suggestions] [--no-ocr] | CASE --retry [DOCUMENT...]"),
            QStringLiteral("Bring in files, folders and archives."),
            QStringLiteral(
                "Folders are gone through to the bottom; hidden files and symbolic links in them are passed over.\n"
                ".zip, .tar, .tar.gz and .tar.xz are unpacked, and so are mails and mailboxes. An import that was\n"
                "stopped or killed goes on where it was when it is run again, with the same paths or with none. The\n"
                "same bytes found twice are one document. Documents of office programs are converted by LibreOffice; "
                "where\n"
                "that is not installed they wait for it. What was withdrawn earlier is left out, unless you say\n"
                "--again. The status is 3 when some documents could not be read; their bytes are kept."),
            1,
            -1,
            addOptions,
            run};
}

} // namespace app
