// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/importer.h"

#include "model/intake/conversion_stage.h"
#include "model/intake/copy_stage.h"
#include "model/intake/earlier_states.h"
#include "model/intake/originals.h"
#include "model/intake/password_trial.h"
#include "model/intake/reading_stage.h"
#include "model/intake/taking_stage.h"
#include "model/intake/write_step.h"
#include "model/journal/journal.h"
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
    Run(const Options &options, std::stop_token stop, const QByteArray &password)
        : m_options(options)
        , m_trial{password}
        , m_stop(std::move(stop))
        , m_originals(options.caseFolder + QLatin1String("/originals"))
    {
    }

    Result<void> begin()
    {
        m_originals.removeLeftovers();
        return settle();
    }

    Result<void> takeIn(const QStringList &paths, std::vector<TakingStage::Task> tasks = {})
    {
        return TakingStage(m_options, m_originals, m_report, m_trial).run(paths, std::move(tasks), m_stop);
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
            auto numbers = documents.empty() ? table.refused() : numbersOf(table, documents);
            if (!numbers)
                return numbers.error();
            if (!m_trial.password.isEmpty()) {
                if (const auto added = addSiblings(table, *numbers); !added)
                    return added;
            }
            for (const qint64 number : *numbers) {
                if (const auto retried = table.retry(number); !retried)
                    return retried.error();
            }
            return {};
        });
    }

    Result<void> read()
    {
        const auto read = ReadingStage(m_options, m_originals, m_report, m_trial).run(m_stop);
        return read && !isStopped() ? ConversionStage(m_options, m_originals, m_report, m_trial).run(m_stop) : read;
    }

    /// That a PDF holds files shows as it is read.
    Result<void> takeHeldFiles()
    {
        bool areThere = false;
        const auto looked = writeStep(m_options, [&](store::Database &database) -> Result<void> {
            const auto holding = store::DocumentTable(database).holdingFiles();
            if (!holding)
                return holding.error();
            areThere = !holding->empty();
            return {};
        });
        if (!looked || !areThere)
            return looked;
        Result<void> outcome = takeIn({});
        if (outcome)
            outcome = settle();
        if (outcome && !isStopped())
            outcome = read();
        return outcome;
    }

    /// What was taken in, and what an earlier run left.
    Result<void> readWhatCame()
    {
        Result<void> outcome = settle();
        if (outcome && !isStopped())
            outcome = read();
        if (outcome && !isStopped())
            outcome = takeHeldFiles();
        if (outcome && !isStopped())
            outcome = findCopies();
        return outcome;
    }

    Result<void> takeEarlierStates(const std::vector<Sha256> &documents)
    {
        std::vector<TakingStage::Task> tasks;
        const auto looked = writeStep(m_options, [&](store::Database &database) -> Result<void> {
            for (const Sha256 &document : documents) {
                const auto some = earlierStateTasks(database, document);
                if (!some)
                    return some.error();
                tasks.insert(tasks.end(), some->begin(), some->end());
            }
            return {};
        });
        return looked ? takeIn({}, std::move(tasks)) : looked;
    }

    /// After the copies are found.
    Result<void> tieEarlierStates(const std::vector<Sha256> &documents)
    {
        for (const Sha256 &document : documents) {
            bool wrote = false;
            const auto written = writeStep(m_options, [&](store::Database &database) -> Result<void> {
                const auto tied = intake::tieEarlierStates(database, document, {m_options.reviewer, m_options.clock()});
                if (!tied)
                    return tied.error();
                wrote = *tied;
                return {};
            });
            if (!written)
                return written;
            if (wrote && m_options.written)
                m_options.written({{document}, true, std::nullopt, true});
        }
        return {};
    }

    /// Once all texts are there.
    Result<void> findCopies() { return intake::findCopies(m_options, m_stop); }

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

    /// Those who pack a bundle seldom take more than one password.
    Result<void> addSiblings(const store::DocumentTable &table, std::vector<qint64> &numbers)
    {
        const auto siblings = table.encryptedBeside(numbers);
        if (!siblings)
            return siblings.error();
        for (const store::DocumentTable::Waiting &sibling : *siblings) {
            numbers.push_back(sibling.number);
            m_trial.guessed.insert(sibling.sha256);
        }
        return {};
    }

    const Options &m_options;
    PasswordTrial m_trial;
    const std::stop_token m_stop;
    const Originals m_originals;
    ImportReport m_report;
};

Importer::Importer(Options options)
    : m_options(withJobs(std::move(options)))
{
}
Importer::~Importer() = default;

Result<ImportReport> Importer::import(const QStringList &paths, std::stop_token stop, const QByteArray &password)
{
    Run run(m_options, std::move(stop), password);
    Result<void> outcome = run.begin();
    if (outcome)
        outcome = run.takeIn(paths);
    if (outcome)
        outcome = run.readWhatCame();
    return run.report(outcome);
}

Result<ImportReport> Importer::retry(const std::vector<Sha256> &documents, const QByteArray &password,
                                     std::stop_token stop)
{
    Run run(m_options, std::move(stop), password);
    Result<void> outcome = run.begin();
    if (outcome)
        outcome = run.makeWait(documents);
    if (outcome)
        outcome = run.takeIn({});
    if (outcome)
        outcome = run.readWhatCame();
    return run.report(outcome);
}

Result<ImportReport> Importer::takeEarlierStates(const std::vector<Sha256> &documents, std::stop_token stop,
                                                 const QByteArray &password)
{
    Run run(m_options, std::move(stop), password);
    Result<void> outcome = run.begin();
    if (outcome)
        outcome = run.takeEarlierStates(documents);
    if (outcome)
        outcome = run.readWhatCame();
    if (outcome && !run.isStopped())
        outcome = run.tieEarlierStates(documents);
    return run.report(outcome);
}

} // namespace model::intake
