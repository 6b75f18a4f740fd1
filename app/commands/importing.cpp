// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/importing.h"

#include "app/commands/console.h"
#include "app/commands/interrupt_watch.h"
#include "app/commands/json_values.h"
#include "app/commands/progress_line.h"
#include "app/commands/recognising.h"
#include "model/base/counted.h"
#include "model/intake/suggesting.h"
#include "model/reader/reader_host.h"
#include "model/session/learning.h"
#include "model/session/suggestions.h"

#include <algorithm>
#include <functional>

namespace app {
namespace {

using model::intake::Importer;
using model::intake::ImportReport;
using model::intake::OcrReport;
using model::intake::SkippedFile;
using model::session::CaseFile;

/// What of an import was not read, by number.
struct Unread {
    std::vector<model::Document> refused;
    std::vector<model::Document> waiting; ///< for LibreOffice
};

model::Result<std::vector<model::Document>> documentsOf(const CaseFile &file, const std::vector<model::Sha256> &shas)
{
    std::vector<model::Document> documents;
    for (const model::Sha256 &sha : shas) {
        const auto document = file.document(sha);
        if (!document)
            return document.error();
        documents.push_back(*document);
    }
    std::sort(documents.begin(), documents.end(),
              [](const model::Document &a, const model::Document &b) { return a.number < b.number; });
    return documents;
}

QJsonArray toJson(const std::vector<model::Document> &documents)
{
    QJsonArray array;
    for (const model::Document &document : documents)
        array += app::toJson(document);
    return array;
}

QJsonObject toJson(const ImportReport &report, const Unread &unread, const model::Result<OcrReport> &ocr)
{
    QJsonArray skippedArray;
    for (const SkippedFile &skipped : report.skipped)
        skippedArray +=
            QJsonObject{{QStringLiteral("origin"), skipped.origin}, {QStringLiteral("sentence"), skipped.sentence}};
    return {{QStringLiteral("files"), report.files},
            {QStringLiteral("new_documents"), report.newDocuments},
            {QStringLiteral("read"), report.read},
            {QStringLiteral("refused"), toJson(unread.refused)},
            {QStringLiteral("waiting"), toJson(unread.waiting)},
            {QStringLiteral("skipped"), skippedArray},
            {QStringLiteral("cancelled"), report.cancelled},
            {QStringLiteral("ocr"), ocr ? QJsonValue(app::toJson(*ocr)) : QJsonValue()}};
}

model::Result<ExitStatus> tell(const Invocation &invocation, const CaseFile &file, const ImportReport &report,
                               const model::Result<OcrReport> &ocr)
{
    auto refused = documentsOf(file, report.refused);
    auto waiting = documentsOf(file, report.waiting);
    if (!refused || !waiting)
        return refused ? waiting.error() : refused.error();
    const Unread unread{*std::move(refused), *std::move(waiting)};
    if (invocation.wantsJson())
        printJson(toJson(report, unread, ocr));
    else
        printLine(QStringLiteral("%1 taken in, with %2; %3 read, %4 could not be read")
                      .arg(model::counted(report.files, QStringLiteral("file"), QStringLiteral("files")),
                           model::counted(report.newDocuments, QStringLiteral("new document"),
                                          QStringLiteral("new documents")),
                           model::counted(report.read, QStringLiteral("document"), QStringLiteral("documents")))
                      .arg(unread.refused.size()));
    const bool readScans = ocr && (ocr->read > 0 || ocr->failed > 0);
    if (readScans && !invocation.wantsJson())
        printLine(toText(*ocr));
    if (!ocr)
        complain(
            QStringLiteral("Scanned pages were not read: %1 \"carveout ocr\" tries again.").arg(ocr.error().sentence));
    for (const model::Document &document : unread.refused)
        complain(QStringLiteral("%1 (%2): %3").arg(document.file, model::toWord(document.reason), document.reasonText));
    if (!unread.waiting.empty())
        complain(QStringLiteral("%1 not read yet: %2 \"carveout import\" with the case alone does that then.")
                     .arg(model::counted(static_cast<qint64>(unread.waiting.size()),
                                         QStringLiteral("document of an office program is"),
                                         QStringLiteral("documents of office programs are")),
                          unread.waiting.front().reasonText));
    for (const SkippedFile &skipped : report.skipped)
        complain(QStringLiteral("%1: %2").arg(skipped.origin, skipped.sentence));
    if (std::any_of(report.skipped.begin(), report.skipped.end(), std::mem_fn(&SkippedFile::wasWithdrawn)))
        complain(QStringLiteral("\"carveout import --again\" takes in what was withdrawn too."));
    if (report.cancelled || (ocr && ocr->cancelled)) {
        complain(QStringLiteral("Stopped. What was done is kept; \"carveout import\" goes on with the rest."));
        return ExitStatus::Failed;
    }
    if (report.isComplete())
        return ocr && ocr->failed == 0 ? ExitStatus::Done : ExitStatus::SomeUnread;
    const bool didNothing = report.files == 0 && report.read == 0 && unread.refused.empty() && unread.waiting.empty();
    return didNothing ? ExitStatus::Failed : ExitStatus::SomeUnread;
}

} // namespace

model::Result<ExitStatus> runImport(const Invocation &invocation, CaseFile &file, const ImportChoices &choices,
                                    const Importing &act)
{
    const InterruptWatch interrupt;
    const auto host = model::reader::ReaderHost::start({model::reader::ReaderHost::programBesideThis(), {}, true});
    if (!host)
        return host.error();
    std::shared_ptr<const model::intake::Proposer> proposer;
    if (choices.suggests) {
        proposer = model::session::shippedProposer();
        auto learned = model::session::Learner(proposer).proposerFor(file);
        if (learned)
            proposer = *std::move(learned);
        else
            complain(QStringLiteral("%1 Suggestions are made as if nothing was learned in this case.")
                         .arg(learned.error().sentence));
    }
    const auto report = [&] {
        const ProgressLine line;
        Importer::Options options;
        options.caseFolder = file.path();
        options.reviewer = file.options().reviewer;
        options.clock = file.options().clock;
        options.host = *host;
        options.office = model::convert::installedOffice();
        options.jobs = choices.jobs;
        options.write = [&file](const Importer::Step &step) { step(file.database()); };
        options.progress = [&line](const model::intake::ImportProgress &progress) {
            line.show(progressText(progress));
        };
        options.takeBackWithdrawn = choices.withdrawnToo;
        options.proposer = proposer;
        Importer importer(options);
        return act(importer, interrupt.token());
    }();
    // The case is fit for work without one: a disk too full for it has stopped the import already.
    static_cast<void>(file.makeAutomaticBackup().has_value());
    if (!report)
        return report.error();
    model::Result<OcrReport> ocr = OcrReport();
    if (choices.readsScans && !report->cancelled)
        ocr = runOcr(file, {choices.jobs, proposer}, interrupt.token());
    return tell(invocation, file, *report, ocr);
}

} // namespace app
