// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/ocr_run.h"

#include "model/intake/ocr_stage.h"
#include "model/session/shared_reader_host.h"
#include "model/store/ocr_table.h"

namespace model::session {
namespace {

/// What waits, read on a connection of its own: nothing is started where nothing does.
Result<QStringList> languagesIfAnyWait(const CaseSession &session)
{
    const auto file = CaseFile::open(session.path(), Access::ReadOnly, session.fileOptions());
    if (!file)
        return file.error();
    const store::OcrTable table((*file)->database());
    const auto waiting = table.waitingCount();
    if (!waiting)
        return waiting.error();
    return *waiting == 0 ? Result<QStringList>(QStringList()) : table.languages();
}

Result<OcrSummary> recognise(intake::Importer::Options options, const Result<QStringList> &languages,
                             SharedReaderHost &readers, const std::stop_token &stop)
{
    if (!languages)
        return languages.error();
    if (languages->isEmpty())
        return OcrSummary();
    auto host = readers.host();
    if (!host)
        return host.error();
    options.host = *std::move(host);
    const auto ocr = intake::startOcr(intake::ocrProgramBesideThis(), *languages);
    if (!ocr)
        return ocr.error();
    const auto report = intake::OcrStage(options, *ocr, *languages).run(stop);
    if (!report)
        return report.error();
    return OcrSummary{report->read, report->kept, report->failed, report->unplacedTags, report->cancelled};
}

} // namespace

OcrRun::OcrRun(CaseSession &session, QObject *parent)
    : QObject(parent)
{
    intake::Importer::Options options;
    options.caseFolder = session.path();
    options.reviewer = session.fileOptions().reviewer;
    options.clock = session.fileOptions().clock;
    options.write = [&session](intake::Importer::Step step) {
        session.writeForImport([step = std::move(step)](CaseFile &file) { step(file.database()); });
    };
    options.written = [this, &session](const intake::ImportStep &step) {
        ChangeSet changes;
        changes.documents = QSet<Sha256>(step.documents.begin(), step.documents.end());
        changes.suggestions = changes.documents;
        changes.documentList = changes.findings = step.copies;
        changes.journal = step.receipt;
        session.announce(changes);
        if (step.page)
            post([this, page = *step.page] { Q_EMIT pageRead(page.first, page.second); });
    };
    options.progress = [this](const intake::ImportProgress &progress) {
        post([this, state = OcrState{progress.done, progress.total, progress.secondsLeft}] {
            Q_EMIT progressed(state);
        });
    };
    m_thread = std::jthread([this, &session, readers = session.readerHost(),
                             options = std::move(options)](const std::stop_token &stop) mutable {
        const auto summary = recognise(std::move(options), languagesIfAnyWait(session), *readers, stop);
        if (summary)
            post([this, summary = *summary] { Q_EMIT finished(summary); });
        else
            post([this, error = summary.error()] { Q_EMIT failed(error); });
    });
}

OcrRun::~OcrRun()
{
    m_thread.request_stop();
}

void OcrRun::cancel()
{
    m_thread.request_stop();
}

void OcrRun::post(std::function<void()> act)
{
    QMetaObject::invokeMethod(this, std::move(act), Qt::QueuedConnection);
}

} // namespace model::session
