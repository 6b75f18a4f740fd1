// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/importer.h"

#include "model/intake/conversion_stage.h"
#include "model/intake/originals.h"
#include "model/intake/reading_stage.h"
#include "model/intake/taking_stage.h"
#include "model/intake/write_step.h"
#include "model/journal/journal.h"
#include "model/store/copy_search.h"
#include "model/store/document_table.h"

#include <algorithm>
#include <thread>

namespace model::intake {
namespace {

Importer::Options withJobs(Importer::Options options)
{
    if (options.jobs <= 0)
        options.jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return options;
}

} // namespace

/// One import or retry, from its first step to its report.
class Importer::Run final {
public:
    Run(const Options &options, std::stop_token stop)
        : m_options(options)
        , m_stop(std::move(stop))
        , m_originals(options.caseFolder + QLatin1String("/originals"))
    {
    }

    Result<void> begin()
    {
        m_originals.removeLeftovers();
        return settle();
    }

    Result<void> takeIn(const QStringList &paths, const QByteArray &password)
    {
        return TakingStage(m_options, m_originals, m_report, password).run(paths, m_stop);
    }

    Result<void> settle()
    {
        bool wrote = false;
        const auto written = writeStep(m_options, [&](store::Database &database) -> Result<void> {
            const auto receipt = journal::appendReceipt(database, {m_options.reviewer, m_options.clock()});
            if (!receipt)
                return receipt.error();
            wrote = receipt->has_value();
            return {};
        });
        if (written && wrote && m_options.written)
            m_options.written({{}, true});
        return written;
    }

    Result<void> makeWait(const std::vector<Sha256> &documents)
    {
        return writeStep(m_options, [&](store::Database &database) -> Result<void> {
            store::DocumentTable table(database);
            const auto numbers = documents.empty() ? table.refused() : numbersOf(table, documents);
            if (!numbers)
                return numbers.error();
            for (const qint64 number : *numbers) {
                if (const auto retried = table.retry(number); !retried)
                    return retried.error();
            }
            return {};
        });
    }

    Result<void> read(const QByteArray &password)
    {
        const auto read = ReadingStage(m_options, m_originals, m_report, password).run(m_stop);
        return read && !isStopped() ? ConversionStage(m_options, m_originals, m_report).run(m_stop) : read;
    }

    /// Once all texts are there. It is not lost where it is stopped: what is left is found next time.
    Result<void> findCopies()
    {
        constexpr qint64 stepMs = 400;
        store::CopySearch search;
        bool done = false;
        bool wrote = false;
        while (!done && !isStopped()) {
            const auto written = writeStep(m_options, [&](store::Database &database) -> Result<void> {
                const auto isFound = store::copiesAreFound(database);
                if (!isFound)
                    return isFound.error();
                wrote = wrote || !*isFound;
                const auto step = search.step(database, stepMs);
                if (!step)
                    return step.error();
                done = *step;
                return {};
            });
            if (!written)
                return written;
        }
        if (wrote && m_options.written)
            m_options.written({{}, false, std::nullopt, true});
        return {};
    }

    bool isStopped() const { return m_stop.stop_requested(); }

    Result<ImportReport> report(const Result<void> &outcome)
    {
        if (!outcome && outcome.error().kind != ErrorKind::Cancelled)
            return outcome.error();
        m_report.cancelled = !outcome || isStopped();
        return m_report;
    }

private:
    static Result<std::vector<qint64>> numbersOf(const store::DocumentTable &table,
                                                 const std::vector<Sha256> &documents)
    {
        std::vector<qint64> numbers;
        for (const Sha256 &sha : documents) {
            const auto number = table.numberOf(sha);
            if (!number)
                return number.error();
            if (*number)
                numbers.push_back(**number);
        }
        return numbers;
    }

    const Options &m_options;
    const std::stop_token m_stop;
    const Originals m_originals;
    ImportReport m_report;
};

Importer::Importer(Options options)
    : m_options(withJobs(std::move(options)))
{
}
Importer::~Importer() = default;

Result<ImportReport> Importer::import(const QStringList &paths, std::stop_token stop)
{
    Run run(m_options, std::move(stop));
    Result<void> outcome = run.begin();
    if (outcome)
        outcome = run.takeIn(paths, {});
    if (outcome)
        outcome = run.settle();
    if (outcome && !run.isStopped())
        outcome = run.read({});
    if (outcome && !run.isStopped())
        outcome = run.findCopies();
    return run.report(outcome);
}

Result<ImportReport> Importer::retry(const std::vector<Sha256> &documents, const QByteArray &password,
                                     std::stop_token stop)
{
    Run run(m_options, std::move(stop));
    Result<void> outcome = run.begin();
    if (outcome)
        outcome = run.makeWait(documents);
    if (outcome)
        outcome = run.takeIn({}, password);
    if (outcome)
        outcome = run.settle();
    if (outcome && !run.isStopped())
        outcome = run.read(password);
    if (outcome && !run.isStopped())
        outcome = run.findCopies();
    return run.report(outcome);
}

} // namespace model::intake
