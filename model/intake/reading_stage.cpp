// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/reading_stage.h"

#include "model/intake/channel.h"
#include "model/intake/crew.h"
#include "model/intake/progress_meter.h"
#include "model/intake/take_all.h"
#include "model/intake/write_step.h"
#include "model/store/document_table.h"
#include "model/store/page_table.h"
#include "model/store/suggestion_table.h"

#include <algorithm>

namespace model::intake {
namespace {

constexpr qint64 queueBytes = qint64(24) << 20;

} // namespace

/// Everything the threads of this stage share.
struct ReadingStage::Workers {
    Workers(ReadingStage &owner, const std::stop_token &outer)
        : stage(owner)
        , crew(outer)
    {
    }

    void work()
    {
        for (size_t at = next++; at < stage.m_tasks.size() && !crew.token().stop_requested(); at = next++) {
            const ReadingTask &task = stage.m_tasks[at];
            const auto read = readDocument(
                *stage.m_options.host, stage.m_originals, task, stage.m_pieces.suggesting(), crew.token(),
                [this](ReadingPieces pieces, qint64 weight) { return channel.push(std::move(pieces), weight); });
            if (!read)
                return crew.fail(read.error());
            ++documentsDone;
            bytesDone += task.size;
        }
    }

    ReadingStage &stage;
    Channel<ReadingPieces> channel{queueBytes};
    std::atomic<size_t> next = 0;
    std::atomic<qint64> documentsDone = 0;
    std::atomic<qint64> bytesDone = 0;
    Crew crew;
};

ReadingStage::ReadingStage(const Importer::Options &options, const Originals &originals, ImportReport &report,
                           const PasswordTrial &trial)
    : m_options(options)
    , m_originals(originals)
    , m_trial(trial)
    , m_pieces(options, report, trial)
{
}

Result<void> ReadingStage::run(const std::stop_token &stop)
{
    if (const auto looked = look(); !looked)
        return looked;
    ProgressMeter meter(ImportProgress::Stage::Reading, m_options.progress);
    qint64 bytes = 0;
    for (const ReadingTask &task : m_tasks)
        bytes += task.size;
    meter.setTotal(static_cast<qint64>(m_tasks.size()), bytes);

    Workers workers(*this, stop);
    const int threads = std::clamp(static_cast<int>(std::min<size_t>(m_tasks.size(), 1024)), 1, m_options.jobs);
    workers.crew.start(
        threads, [&workers] { workers.work(); }, [&workers] { workers.channel.close(); });
    const Result<void> outcome = takeAll(
        workers.channel, workers.crew, [&] { meter.update(workers.documentsDone, workers.bytesDone); },
        [this](std::deque<ReadingPieces> &waiting) { return m_pieces.store(waiting); });
    meter.finish();
    return outcome;
}

Result<void> ReadingStage::look()
{
    return writeStep(m_options, [this](store::Database &database) -> Result<void> {
        const auto waiting = store::DocumentTable(database).waiting();
        if (!waiting)
            return waiting.error();
        store::PageTable pages(database);
        store::SuggestionTable suggestions(database);
        for (const store::DocumentTable::Waiting &document : *waiting) {
            m_tasks.push_back({document.number, document.sha256, document.size, m_trial.password,
                               m_trial.guessed.contains(document.sha256)});
            // Of one that was too large for one step, a killed import may have left the beginning.
            if (const auto removed = pages.removeAll(document.number); !removed)
                return removed;
            if (const auto removed = suggestions.removeAll(document.number); !removed)
                return removed;
        }
        return m_pieces.begin(database);
    });
}

} // namespace model::intake
