// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/taking_stage.h"

#include "model/intake/channel.h"
#include "model/intake/crew.h"
#include "model/intake/progress_meter.h"
#include "model/intake/take_all.h"
#include "model/intake/write_step.h"
#include "model/journal/journal.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace model::intake {
namespace {

constexpr size_t mostHeldBack = 20'000; // files that are taken in, but wait for an earlier one
constexpr qint64 stepMs = 400;

/// The outermost of the containers that the file lies in; itself where it lies in none.
Taking::Container containerOf(const store::DocumentTable::ArchivePlace &file,
                              const std::vector<store::DocumentTable::ArchivePlace> &containers)
{
    const store::DocumentTable::ArchivePlace *found = &file;
    for (const store::DocumentTable::ArchivePlace &one : containers) {
        if (one.path.size() < found->path.size() && file.path.startsWith(one.path) &&
            file.path[one.path.size()] == u'/')
            found = &one;
    }
    return {found->path, found->size};
}

/// The name of the one thing that was chosen, or of the folder that holds all of several; else their number.
QString labelFor(const QStringList &paths)
{
    if (paths.isEmpty())
        return {};
    QSet<QString> chosen;
    QSet<QString> folders;
    for (const QString &path : paths) {
        const QString absolute = QDir::cleanPath(QDir(path).absolutePath());
        chosen.insert(absolute);
        folders.insert(QFileInfo(absolute).path());
    }
    if (chosen.size() == 1)
        return fileNameOf(*chosen.begin());
    const QString folder = fileNameOf(*folders.begin());
    if (folders.size() == 1 && !folder.isEmpty())
        return folder;
    const bool areFiles =
        std::none_of(chosen.begin(), chosen.end(), [](const QString &path) { return QFileInfo(path).isDir(); });
    return (areFiles ? QStringLiteral("%1 files") : QStringLiteral("%1 files and folders")).arg(chosen.size());
}

} // namespace

/// Everything the threads of this stage share.
struct TakingStage::Workers {
    Workers(TakingStage &owner, const QStringList &paths, const std::stop_token &outer)
        : stage(owner)
        , crew(outer)
        , taking(stage.m_originals, stage.m_options.host, stage.m_unpacked, stage.m_turnedAway, stage.m_trial.password,
                 crew.token())
        , finder(paths, stage.m_options.caseFolder)
    {
    }

    /// What one thread does: the next archive left half done, else the next file, until there is none.
    void work()
    {
        while (!crew.token().stop_requested()) {
            qint64 ticket = 0;
            std::optional<FoundFile> found;
            std::vector<SkippedFile> skipped;
            bool isTask = false;
            {
                const std::lock_guard lock(mutex);
                ticket = nextTicket++;
                isTask = ticket < static_cast<qint64>(stage.m_tasks.size());
                if (!isTask)
                    found = finder.next();
                skipped = finder.takeSkipped();
            }
            for (SkippedFile &file : skipped)
                channel.push(ticket, {std::move(file), std::nullopt}, crew.token());
            Result<void> taken;
            if (isTask)
                taken = doTask(ticket);
            else if (found)
                taken = takeFound(*found, ticket);
            // What comes after a file that was not taken in whole is not recorded either, so that the next import finds
            // the beginning of the bundle done and goes on in the same order.
            if (!taken)
                return crew.fail(taken.error());
            channel.done(ticket);
            if (!isTask && !found)
                return;
            ++filesDone;
        }
    }

    Result<void> takeFound(const FoundFile &found, qint64 ticket)
    {
        return taking.file(found, [this, ticket](Taken taken) {
            return give(ticket, {std::move(taken), std::nullopt});
        });
    }

    Result<void> doTask(qint64 ticket)
    {
        const Task &task = stage.m_tasks[static_cast<size_t>(ticket)];
        return task.take(taking, [this, ticket, &task](Taken taken) {
            return give(ticket, {std::move(taken), task.bundle});
        });
    }

    bool give(qint64 ticket, Recordable recordable)
    {
        const auto *file = std::get_if<TakenFile>(&recordable.taken);
        if (file && file->kept.isNew) {
            const std::lock_guard lock(mutex);
            newOriginals.insert(file->kept.sha256);
        }
        return channel.push(ticket, std::move(recordable), crew.token());
    }

    TakingStage &stage;
    OrderedChannel<Recordable> channel{mostHeldBack};
    std::mutex mutex; ///< for what follows
    qint64 nextTicket = 0;
    std::set<Sha256> newOriginals; ///< that may not be recorded yet
    std::atomic<qint64> filesDone = 0;
    Crew crew;
    Taking taking;
    FileFinder finder;
};

TakingStage::TakingStage(const Importer::Options &options, const Originals &originals, ImportReport &report,
                         const PasswordTrial &trial)
    : m_options(options)
    , m_originals(originals)
    , m_report(report)
    , m_trial(trial)
{
}

Result<void> TakingStage::run(const QStringList &paths, std::vector<Task> tasks, const std::stop_token &stop)
{
    m_tasks = std::move(tasks);
    if (const auto looked = look(paths); !looked)
        return looked;
    Workers workers(*this, paths, stop);
    const int threads = std::max(1, m_options.jobs);
    workers.crew.start(
        threads, [&workers] { workers.work(); }, [&workers] { workers.channel.close(); });

    ImportProgress total;
    std::atomic<bool> counted = false;
    std::jthread counter([&](const std::stop_token &counterStop) {
        const FileFinder::Count count = FileFinder(paths, m_options.caseFolder).countAll(counterStop);
        total.total = count.files + static_cast<qint64>(m_tasks.size());
        total.totalBytes = count.bytes;
        counted = true;
    });
    ProgressMeter meter(ImportProgress::Stage::TakingIn, m_options.progress);
    const auto tell = [&] {
        if (counted)
            meter.setTotal(total.total, total.totalBytes);
        meter.update(workers.filesDone, workers.taking.bytesTaken());
    };
    const Result<void> outcome = takeAll(workers.channel, workers.crew, tell,
                                         [this](std::deque<Recordable> &waiting) { return record(waiting); });
    if (!outcome || stop.stop_requested())
        removeUnrecorded(workers.newOriginals);
    meter.finish();
    return outcome;
}

Result<void> TakingStage::look(const QStringList &paths)
{
    m_label = labelFor(paths);
    return writeStep(m_options, [this](store::Database &database) -> Result<void> {
        store::DocumentTable documents(database);
        auto archives = documents.archives();
        if (!archives)
            return archives.error();
        // What is left of an archive comes before what follows it in the one around it, as it would have undisturbed.
        std::stable_sort(archives->begin(), archives->end(), [](const auto &one, const auto &other) {
            return one.path.count(u'/') > other.path.count(u'/');
        });
        for (const store::DocumentTable::ArchivePlace &place : *archives) {
            if (place.state == DocumentState::Waiting)
                m_tasks.push_back({place.bundle, [place](const Taking &taking, const Taking::Sink &sink) {
                                       return taking.archive(place.sha256, place.path, sink);
                                   }});
            if (place.state != DocumentState::Refused)
                m_unpacked.insert({place.sha256, place.path});
        }
        if (const auto looked = lookForHeldFiles(documents, *archives); !looked)
            return looked;
        return m_options.takeBackWithdrawn ? Result<void>() : lookForWithdrawn(database);
    });
}

Result<void> TakingStage::lookForHeldFiles(const store::DocumentTable &documents,
                                           const std::vector<store::DocumentTable::ArchivePlace> &archives)
{
    const auto holding = documents.holdingFiles();
    if (!holding)
        return holding.error();
    for (const store::DocumentTable::ArchivePlace &place : *holding) {
        m_tasks.push_back({place.bundle, [place, container = containerOf(place, archives)](const Taking &taking,
                                                                                           const Taking::Sink &sink) {
                               return taking.heldFiles(place.sha256, place.path, container, sink);
                           }});
    }
    return {};
}

/// A file that was erased for good does not come back unasked, with the next delivery of the bundle say.
Result<void> TakingStage::lookForWithdrawn(store::Database &database)
{
    const auto withdrawn = journal::withdrawnDocuments(database);
    if (!withdrawn)
        return withdrawn.error();
    for (const journal::WithdrawnDocument &document : *withdrawn) {
        const auto number = store::DocumentTable(database).numberOf(document.sha256);
        if (!number)
            return number.error();
        if (*number)
            continue; // it was taken back
        const QString day =
            QDateTime::fromMSecsSinceEpoch(document.timeMs, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd"));
        m_turnedAway.insert_or_assign(
            document.sha256,
            QStringLiteral("It was withdrawn on %1 (%2), so it was left out.").arg(day, document.reason));
    }
    return {};
}

/// Records what fits into one step and takes it off the front.
Result<void> TakingStage::record(std::deque<Recordable> &waiting)
{
    size_t recorded = 0;
    ImportStep step;
    ImportReport report;
    const auto written = writeStep(m_options, [&](store::Database &database) -> Result<void> {
        QElapsedTimer timer;
        timer.start();
        for (; recorded < waiting.size() && timer.elapsed() < stepMs; ++recorded) {
            if (const auto one = recordOne(database, waiting[recorded], step, report); !one)
                return one;
        }
        return {};
    });
    if (!written)
        return written;
    waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(recorded));
    m_report.files += report.files;
    m_report.newDocuments += report.newDocuments;
    m_report.refused.insert(m_report.refused.end(), report.refused.begin(), report.refused.end());
    m_report.skipped.insert(m_report.skipped.end(), report.skipped.begin(), report.skipped.end());
    if (m_options.written && !step.documents.empty())
        m_options.written(step);
    return {};
}

Result<void> TakingStage::recordOne(store::Database &database, const Recordable &recordable, ImportStep &step,
                                    ImportReport &report)
{
    if (const auto *skipped = std::get_if<SkippedFile>(&recordable.taken)) {
        report.skipped.push_back(*skipped);
        return {};
    }
    if (const auto *file = std::get_if<TakenFile>(&recordable.taken))
        return recordFile(database, *file, recordable, step, report);
    store::DocumentTable documents(database);
    if (const auto *held = std::get_if<HeldFilesTaken>(&recordable.taken)) {
        const auto number = documents.numberOf(held->sha256);
        return number ? documents.markHeldFilesTaken(number->value()) : number.error();
    }
    const auto &archive = std::get<UnpackedArchive>(recordable.taken);
    const auto number = documents.numberOf(archive.sha256);
    if (!number)
        return number.error();
    step.documents.push_back(archive.sha256);
    if (!archive.isDocument && !archive.refusal)
        return documents.storeArchive(number->value());
    const auto listed = documents.putInList(number->value());
    if (!listed)
        return listed.error();
    if (archive.isDocument)
        return documents.letBeRead(*listed);
    if (archive.refusal->reason != RefusalReason::Encrypted || !m_trial.guessed.contains(archive.sha256))
        report.refused.push_back(archive.sha256);
    return documents.storeRefusal(*listed, archive.refusal->reason, archive.refusal->sentence);
}

Result<void> TakingStage::recordFile(store::Database &database, const TakenFile &file, const Recordable &recordable,
                                     ImportStep &step, ImportReport &report)
{
    store::DocumentTable documents(database);
    ++report.files;
    const auto known = documents.numberOf(file.kept.sha256);
    if (!known)
        return known.error();
    if (!*known)
        ++report.newDocuments;
    const auto number = documents.addDocument(file.kept.sha256, file.kept.size, file.kind);
    if (!number)
        return number.error();
    if (*known) {
        const auto there = documents.bundleOf(**known, file.origin, m_label);
        if (!there)
            return there.error();
        // Found before at this very place: an import of the same paths, maybe a killed one, which this one goes on
        // with.
        if (*there) {
            m_bundle = m_bundle ? m_bundle : **there;
            return {};
        }
    }
    if (!recordable.bundle && !m_bundle) {
        const auto added = documents.addBundle(m_label, m_options.clock());
        if (!added)
            return added.error();
        m_bundle = *added;
    }
    if (*known) {
        if (const auto again = documents.takeHeldFilesAgain(*number); !again)
            return again;
    }
    step.documents.push_back(file.kept.sha256);
    return documents.addOrigin(*number, recordable.bundle.value_or(m_bundle.value_or(0)), file.origin);
}

/// Room on the disk is worth more than a file that nobody will ask for: the next import copies it again.
void TakingStage::removeUnrecorded(const std::set<Sha256> &candidates)
{
    static_cast<void>(writeStep(m_options, [&](store::Database &database) -> Result<void> {
        for (const Sha256 &sha : candidates) {
            const auto number = store::DocumentTable(database).numberOf(sha);
            if (!number)
                return number.error();
            if (!*number)
                m_originals.remove(sha);
        }
        return {};
    }));
}

} // namespace model::intake
