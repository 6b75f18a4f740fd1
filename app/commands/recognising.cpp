// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/recognising.h"

#include "app/commands/progress_line.h"
#include "model/base/counted.h"
#include "model/intake/suggesting.h"
#include "model/session/suggestions.h"
#include "model/store/ocr_table.h"

namespace app {
namespace {

using model::intake::OcrReport;
using model::session::CaseFile;

model::Result<OcrReport> recognise(CaseFile &file, const OcrChoices &choices, const std::stop_token &stop)
{
    const auto languages = model::store::OcrTable(file.database()).languages();
    if (!languages)
        return languages.error();
    const auto readers = model::reader::ReaderHost::start({model::reader::ReaderHost::programBesideThis(), {}, true});
    if (!readers)
        return readers.error();
    const auto ocr = model::intake::startOcr(model::intake::ocrProgramBesideThis(), *languages);
    if (!ocr)
        return ocr.error();
    const ProgressLine line;
    model::intake::Importer::Options options;
    options.caseFolder = file.path();
    options.reviewer = file.options().reviewer;
    options.clock = file.options().clock;
    options.host = *readers;
    options.jobs = choices.jobs;
    options.write = [&file](const model::intake::Importer::Step &step) { step(file.database()); };
    options.progress = [&line](const model::intake::ImportProgress &progress) { line.show(progressText(progress)); };
    return model::intake::OcrStage(options, *ocr, *languages).run(stop);
}

model::Result<void> suggest(CaseFile &file, const OcrChoices &choices, const std::stop_token &stop)
{
    const auto suggesting = model::session::suggestingFor(file, choices.proposer);
    if (!suggesting)
        return suggesting.error();
    const ProgressLine line;
    const auto renewed = model::session::suggestEverywhere(
        file, *suggesting,
        [&line](qint64 done, qint64 total) { line.show(QStringLiteral("suggesting %1 of %2").arg(done).arg(total)); },
        stop);
    return renewed || renewed.error().kind == model::ErrorKind::Cancelled ? model::Result<void>() : renewed.error();
}

} // namespace

model::Result<OcrReport> runOcr(CaseFile &file, const OcrChoices &choices, const std::stop_token &stop)
{
    const auto waiting = model::store::OcrTable(file.database()).waitingCount();
    if (!waiting)
        return waiting.error();
    const auto report = *waiting > 0 ? recognise(file, choices, stop) : OcrReport();
    if (!report || report->cancelled || !choices.proposer)
        return report;
    // Also where an earlier run was killed between the two.
    const auto isUnsuggested = model::store::OcrTable(file.database()).hasUnsuggested();
    if (!isUnsuggested)
        return isUnsuggested.error();
    if (!*isUnsuggested)
        return report;
    const auto suggested = suggest(file, choices, stop);
    return suggested ? report : suggested.error();
}

QJsonObject toJson(const OcrReport &report)
{
    return {{QStringLiteral("read"), report.read},
            {QStringLiteral("kept"), report.kept},
            {QStringLiteral("failed"), report.failed},
            {QStringLiteral("moved_tags"), report.movedTags},
            {QStringLiteral("unplaced_tags"), report.unplacedTags},
            {QStringLiteral("cancelled"), report.cancelled}};
}

QString toText(const OcrReport &report)
{
    return QStringLiteral("%1 read by OCR, %2 kept as they were, %3 could not be read")
        .arg(model::counted(report.read, QStringLiteral("page"), QStringLiteral("pages")))
        .arg(report.kept)
        .arg(report.failed);
}

} // namespace app
