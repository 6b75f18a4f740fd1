// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/import_run.h"

#include "model/intake/importer.h"
#include "model/session/shared_reader_host.h"
#include "model/store/automatic_backup.h"

#include <QElapsedTimer>

namespace model::session {
namespace {

ImportState stateOf(const intake::ImportProgress &progress, double perSecond)
{
    using Stage = intake::ImportProgress::Stage;
    return {progress.stage == Stage::TakingIn     ? ImportState::Stage::TakingIn
            : progress.stage == Stage::Converting ? ImportState::Stage::Converting
                                                  : ImportState::Stage::Reading,
            progress.done, progress.total, perSecond, progress.secondsLeft};
}

ImportSummary summaryOf(const intake::ImportReport &report)
{
    ImportSummary summary;
    summary.files = report.files;
    summary.newDocuments = report.newDocuments;
    summary.read = report.read;
    summary.refused = static_cast<int>(report.refused.size());
    summary.waiting = static_cast<int>(report.waiting.size());
    for (const intake::SkippedFile &skipped : report.skipped)
        summary.skipped += QStringLiteral("%1: %2").arg(skipped.origin, skipped.sentence);
    summary.cancelled = report.cancelled;
    return summary;
}

} // namespace

ImportRun::ImportRun(CaseSession &session, QStringList paths, QObject *parent)
    : QObject(parent)
{
    start(session, {std::move(paths), {}, {}});
}

ImportRun::ImportRun(CaseSession &session, std::vector<Sha256> again, QByteArray password, QObject *parent)
    : QObject(parent)
{
    start(session, {{}, std::move(again), std::move(password), true});
}

ImportRun::ImportRun(CaseSession &session, EarlierStates wanted, QObject *parent)
    : QObject(parent)
{
    start(session, {{}, {wanted.document}, std::move(wanted.password), false, true});
}

ImportRun::~ImportRun()
{
    m_thread.request_stop();
}

void ImportRun::cancel()
{
    m_thread.request_stop();
}

void ImportRun::post(std::function<void()> act)
{
    QMetaObject::invokeMethod(this, std::move(act), Qt::QueuedConnection);
}

void ImportRun::start(CaseSession &session, Task task)
{
    intake::Importer::Options options;
    options.caseFolder = session.path();
    options.reviewer = session.fileOptions().reviewer;
    options.clock = session.fileOptions().clock;
    options.office = convert::installedOffice();
    options.write = [&session](intake::Importer::Step step) {
        session.writeForImport([step = std::move(step)](CaseFile &file) { step(file.database()); });
    };
    options.written = [&session](const intake::ImportStep &step) {
        ChangeSet changes;
        changes.documents = QSet<Sha256>(step.documents.begin(), step.documents.end());
        changes.documentList = !step.documents.empty() || step.copies;
        changes.findings = step.copies;
        changes.journal = step.receipt;
        session.announce(changes);
    };
    m_thread =
        std::jthread([this, proposer = session.proposer(), readers = session.readerHost(), options = std::move(options),
                      task = std::move(task)](const std::stop_token &stop) mutable {
            auto host = readers->host();
            if (!host) {
                post([this, error = host.error()] { Q_EMIT failed(error); });
                return;
            }
            options.host = *std::move(host);
            if (proposer)
                options.proposer = proposer();
            QElapsedTimer sinceStage;
            std::optional<intake::ImportProgress::Stage> stage;
            options.progress = [this, &sinceStage, &stage](const intake::ImportProgress &progress) {
                if (stage != progress.stage) {
                    stage = progress.stage;
                    sinceStage.start();
                }
                const double seconds = static_cast<double>(sinceStage.elapsed()) / 1000;
                const double rate = seconds > 0.5 ? static_cast<double>(progress.done) / seconds : 0;
                post([this, state = stateOf(progress, rate)] { Q_EMIT progressed(state); });
            };
            intake::Importer importer(options);
            const Result<intake::ImportReport> report =
                task.takesEarlierStates ? importer.takeEarlierStates(task.again, stop, task.password)
                : task.isRetry          ? importer.retry(task.again, task.password, stop)
                                        : importer.import(task.paths, stop);
            // Before the end is told, for whoever hears it deletes this, which waits for the thread. The case is fit
            // for work without a backup: a full disk, say, is told of anyway.
            static_cast<void>(
                store::makeAutomaticBackup(store::CaseFolder(options.caseFolder), options.clock()).has_value());
            if (report)
                post([this, summary = summaryOf(*report)] { Q_EMIT finished(summary); });
            else
                post([this, error = report.error()] { Q_EMIT failed(error); });
        });
}

} // namespace model::session
