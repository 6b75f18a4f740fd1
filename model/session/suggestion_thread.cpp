// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestion_thread.h"

#include "model/intake/suggesting.h"
#include "model/session/suggestions.h"

#include <QSet>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace model::session {
namespace {

/// So long must no decision come before documents that nobody looks at are renewed: the next one may make them out of
/// date again.
constexpr std::chrono::milliseconds quiet(1500);

} // namespace

struct SuggestionThread::Shared {
    std::stop_source stop;
    std::mutex mutex; ///< guards all below
    std::condition_variable wake;
    bool mustLook = true;
    std::optional<bool> written; ///< nothing while it is being written
    std::chrono::steady_clock::time_point lastLook;
    std::vector<Sha256> onView;
    std::shared_ptr<const intake::Proposer> proposer;

    bool isEnding() const { return stop.stop_requested(); }

    void waitForWork()
    {
        std::unique_lock lock(mutex);
        wake.wait(lock, [this] { return isEnding() || mustLook; });
        mustLook = false;
    }

    /// The document to do next; nothing when what there is to do must be looked up again.
    std::optional<Sha256> next(const std::vector<Sha256> &waiting)
    {
        std::unique_lock lock(mutex);
        for (;;) {
            if (isEnding() || mustLook || waiting.empty())
                return std::nullopt;
            const auto seen = std::find_if(onView.begin(), onView.end(), [&waiting](const Sha256 &document) {
                return std::find(waiting.begin(), waiting.end(), document) != waiting.end();
            });
            if (seen != onView.end())
                return *seen;
            if (std::chrono::steady_clock::now() >= lastLook + quiet)
                return waiting.front();
            wake.wait_until(lock, lastLook + quiet);
        }
    }

    /// Whether it was written; false also at the end.
    bool write(const Write &write, Made made, const std::shared_ptr<Shared> &self)
    {
        {
            const std::lock_guard lock(mutex);
            written.reset();
        }
        write(std::move(made), [self](bool wasWritten) {
            {
                const std::lock_guard lock(self->mutex);
                self->written = wasWritten;
            }
            self->wake.notify_all();
        });
        std::unique_lock lock(mutex);
        wake.wait(lock, [this] { return isEnding() || written; });
        return written.value_or(false);
    }
};

SuggestionThread::SuggestionThread(QString casePath, CaseFile::Options options, Source source, Write write)
    : m_shared(std::make_shared<Shared>())
    , m_thread([shared = m_shared, casePath = std::move(casePath), options = std::move(options),
                source = std::move(source),
                write = std::move(write)] { run(shared, casePath, options, source, write); })
{
}

SuggestionThread::~SuggestionThread()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->stop.request_stop();
    }
    m_shared->wake.notify_all();
    m_thread.join();
}

void SuggestionThread::lookAgain()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->mustLook = true;
        m_shared->lastLook = std::chrono::steady_clock::now();
    }
    m_shared->wake.notify_all();
}

void SuggestionThread::setOnView(std::vector<Sha256> documents)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->onView = std::move(documents);
    }
    m_shared->wake.notify_all();
}

void SuggestionThread::setProposer(std::shared_ptr<const intake::Proposer> proposer)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->proposer = std::move(proposer);
        m_shared->mustLook = true;
    }
    m_shared->wake.notify_all();
}

void SuggestionThread::run(const std::shared_ptr<Shared> &shared, const QString &casePath,
                           const CaseFile::Options &options, const Source &source, const Write &write)
{
    const auto file = CaseFile::open(casePath, Access::ReadOnly, options);
    if (!file)
        return;
    {
        auto proposer = source();
        const std::lock_guard lock(shared->mutex);
        if (!shared->proposer)
            shared->proposer = std::move(proposer);
    }
    // A document that cannot be done now is not tried over and over, but again when the program starts.
    QSet<Sha256> failed;
    while (!shared->isEnding()) {
        shared->waitForWork();
        std::shared_ptr<const intake::Proposer> proposer;
        {
            const std::lock_guard lock(shared->mutex);
            proposer = shared->proposer;
        }
        const auto current = suggestingFor(**file, proposer);
        if (!current)
            continue;
        const auto suggesting = std::make_shared<const intake::Suggesting>(*current);
        auto waiting = documentsToSuggest(**file, *suggesting);
        if (!waiting)
            continue;
        std::erase_if(*waiting, [&failed](const Sha256 &document) { return failed.contains(document); });
        while (const auto document = shared->next(*waiting)) {
            std::erase(*waiting, *document);
            auto made = propose(**file, *document, *suggesting, shared->stop.get_token());
            if (!made || !shared->write(write, {*document, *std::move(made), suggesting}, shared))
                failed.insert(*document);
        }
    }
}

} // namespace model::session
