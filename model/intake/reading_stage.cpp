// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/reading_stage.h"

#include "model/intake/channel.h"
#include "model/intake/crew.h"
#include "model/intake/progress_meter.h"
#include "model/intake/take_all.h"
#include "model/intake/write_step.h"
#include "model/store/document_table.h"
#include "model/store/page_index.h"
#include "model/store/page_table.h"
#include "model/store/suggestion_settling.h"
#include "model/store/suggestion_table.h"
#include "model/store/trait_table.h"

#include <QElapsedTimer>

#include <algorithm>

namespace model::intake {
namespace {

constexpr qint64 queueBytes = qint64(24) << 20;
constexpr qint64 stepMs = 400;

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
                *stage.m_options.host, stage.m_originals, task, stage.m_suggesting ? &*stage.m_suggesting : nullptr,
                crew.token(),
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
    , m_report(report)
    , m_trial(trial)
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
        [this](std::deque<ReadingPieces> &waiting) { return store(waiting); });
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
        if (m_options.proposer) {
            auto suggesting = suggestingFor(database, m_options.proposer);
            if (!suggesting)
                return suggesting.error();
            m_suggesting = *std::move(suggesting);
        }
        // Now and not later: it must not find pages of a document that is half stored.
        const auto isCurrent = store::indexIsCurrent(database);
        if (!isCurrent)
            return isCurrent.error();
        return *isCurrent ? Result<void>() : store::rebuildIndex(database);
    });
}

/// Stores what fits into one step and takes it off the front.
Result<void> ReadingStage::store(std::deque<ReadingPieces> &waiting)
{
    size_t stored = 0;
    const auto written = writeStep(m_options, [&](store::Database &database) -> Result<void> {
        QElapsedTimer timer;
        timer.start();
        for (; stored < waiting.size() && timer.elapsed() < stepMs; ++stored) {
            for (const ReadingPiece &piece : waiting[stored]) {
                if (const auto one = storePiece(database, piece); !one)
                    return one;
            }
        }
        return {};
    });
    if (!written)
        return written;
    ImportStep step;
    for (size_t i = 0; i < stored; ++i)
        report(waiting[i], step);
    waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(stored));
    if (m_options.written && !step.documents.empty())
        m_options.written(step);
    return {};
}

Result<void> ReadingStage::storePiece(store::Database &database, const ReadingPiece &piece) const
{
    store::PageTable pages(database);
    if (const auto *some = std::get_if<PagesRead>(&piece))
        return pages.append(some->number, some->firstPage, some->pages);
    store::SuggestionTable suggestions(database);
    if (const auto *made = std::get_if<SuggestionsMade>(&piece))
        return suggestions.append(made->number, made->suggestions);
    store::DocumentTable documents(database);
    if (const auto *read = std::get_if<DocumentRead>(&piece)) {
        if (const auto finished = pages.finish(read->number); !finished)
            return finished;
        if (const auto added = store::TraitTable(database).add(read->number, read->traits); !added)
            return added;
        if (read->holdsFiles) {
            if (const auto noted = documents.noteHeldFiles(read->number); !noted)
                return noted;
        }
        if (m_suggesting) {
            if (const auto finished = suggestions.finish(read->number, m_suggesting->basis); !finished)
                return finished;
            if (const auto settled = store::settleSuggestions(database, read->number); !settled)
                return settled.error();
        }
        return documents.markRead(read->number, read->facts, read->pageCount, read->complaints, reader::textVersion());
    }
    const auto &refused = std::get<DocumentRefused>(piece);
    if (const auto removed = pages.removeAll(refused.number); !removed)
        return removed;
    if (const auto removed = suggestions.removeAll(refused.number); !removed)
        return removed;
    return documents.storeRefusal(refused.number, refused.refusal.reason, refused.refusal.sentence, refused.complaints);
}

void ReadingStage::report(const ReadingPieces &pieces, ImportStep &step)
{
    for (const ReadingPiece &piece : pieces) {
        if (const auto *read = std::get_if<DocumentRead>(&piece)) {
            ++m_report.read;
            step.documents.push_back(read->sha256);
        } else if (const auto *refused = std::get_if<DocumentRefused>(&piece)) {
            if (refused->refusal.reason != RefusalReason::Encrypted || !m_trial.guessed.contains(refused->sha256))
                m_report.refused.push_back(refused->sha256);
            step.documents.push_back(refused->sha256);
        }
    }
}

} // namespace model::intake
