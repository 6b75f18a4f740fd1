// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/interrupt_watch.h"
#include "app/commands/recognising.h"
#include "model/intake/suggesting.h"
#include "model/journal/reanchor.h"
#include "model/session/learning.h"
#include "model/session/suggestions.h"
#include "model/store/ocr_table.h"
#include "model/store/transaction.h"

#include <QRegularExpression>

namespace app {
namespace {

const QString languageOption = QStringLiteral("language");
const QString againOption = QStringLiteral("again");
const QString jobsOption = QStringLiteral("jobs");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({languageOption,
                      QStringLiteral("From now on OCR expects this language in the case, as Tesseract calls it: eng, "
                                     "deu, fra. May be given several times, the main one first."),
                      QStringLiteral("LANG")});
    parser.addOption({againOption, QStringLiteral("Read again what OCR has read already.")});
    parser.addOption({jobsOption,
                      QStringLiteral("How many pages at once; as many as there are processors when not given."),
                      QStringLiteral("N")});
    addReviewerOption(parser);
    addJsonOption(parser);
}

bool isLanguage(const QString &word)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z][A-Za-z_/]{1,40}$"));
    return name.match(word).hasMatch();
}

model::Result<void> prepare(CaseFile &file, const QStringList &languages, bool again)
{
    auto transaction = model::store::Transaction::begin(file.database());
    if (!transaction)
        return transaction.error();
    model::store::OcrTable table(file.database());
    if (!languages.isEmpty()) {
        if (const auto set = table.setLanguages(languages); !set)
            return set;
    }
    if (again) {
        if (const auto waiting = table.letAllWait(); !waiting)
            return waiting.error();
    }
    return transaction->commit();
}

/// Tags whose words OCR does not see any more are for the reporter to look at.
model::Result<int> listUnplaced(const CaseFile &file)
{
    const auto tags = model::journal::tagsOutOfPlace(file.database());
    if (!tags)
        return tags.error();
    for (const model::Tag &tag : *tags) {
        const auto document = file.document(tag.passage.document);
        if (!document)
            return document.error();
        complain(QStringLiteral("The words of tag %1, “%2”, are not found on page %3 of %4 any more. Tag them anew, or "
                                "remove the tag.")
                     .arg(tag.id.toString().left(8), tag.passage.quote.simplified())
                     .arg(tag.passage.firstPage + 1)
                     .arg(document->file));
    }
    return static_cast<int>(tags->size());
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    bool isNumber = true;
    const int jobs = invocation.has(jobsOption) ? invocation.value(jobsOption).toInt(&isNumber) : 0;
    if (!isNumber || jobs < 0 || jobs > 1024 || (invocation.has(jobsOption) && jobs == 0))
        return wrongUsage(QStringLiteral("--jobs is a number from 1 to 1024."));
    const QStringList languages = invocation.values(languageOption);
    for (const QString &language : languages) {
        if (!isLanguage(language))
            return wrongUsage(
                QStringLiteral("“%1” is no language as Tesseract calls them, such as eng or deu.").arg(language));
    }
    const InterruptWatch interrupt;
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    if (const auto prepared = prepare(**file, languages, invocation.has(againOption)); !prepared)
        return prepared.error();
    auto proposer = model::session::Learner(model::session::shippedProposer()).proposerFor(**file);
    if (!proposer)
        return proposer.error();
    const auto report = runOcr(**file, {jobs, *std::move(proposer)}, interrupt.token());
    if (!report)
        return report.error();
    if (invocation.wantsJson())
        printJson(toJson(*report));
    else
        printLine(toText(*report));
    const auto unplaced = listUnplaced(**file);
    if (!unplaced)
        return unplaced.error();
    if (report->cancelled) {
        complain(QStringLiteral("Stopped. What was done is kept; \"carveout ocr\" goes on with the rest."));
        return ExitStatus::Failed;
    }
    return report->failed > 0 ? ExitStatus::SomeUnread : ExitStatus::Done;
}

} // namespace

Command ocrCommand()
{
    return {QStringLiteral("ocr"),
            QStringLiteral("CASE [--language LANG]... [--again] [--jobs N]"),
            QStringLiteral("Read scanned pages that wait for it."),
            QStringLiteral(
                "\"carveout import\" does so at its end, unless it is told --no-ocr. Pages that have no text, or none\n"
                "that can be read, wait for OCR. Tags on pages that are read again go with their words; those whose\n"
                "words are not found any more are listed. The status is 3 when some pages could not be read."),
            1,
            1,
            addOptions,
            run};
}

} // namespace app
