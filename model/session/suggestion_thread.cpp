// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestion_thread.h"

#include "model/intake/suggesting.h"
#include "model/session/learning.h"
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

    /// The one of these that is on view.
    std::optional<Sha256> onViewOf(const std::vector<Sha256> &waiting)
    {
        const std::lock_guard lock(mutex);
        for (const Sha256 &document : onView) {
            if (std::find(waiting.begin(), waiting.end(), document) != waiting.end())
                return document;
        }
        return std::nullopt;
    }

    enum class Calm { Quiet, ViewChanged, MustLook };
    /// Waits until no decision has come for a while, or there is something else to do.
    Calm waitForCalm()
    {
        std::unique_lock lock(mutex);
        const std::vector<Sha256> seen = onView;
        wake.wait_until(lock, lastLook + quiet, [&] { return isEnding() || mustLook || onView != seen; });
        return isEnding() || mustLook ? Calm::MustLook : onView != seen ? Calm::ViewChanged : Calm::Quiet;
    }

    bool isInterrupted()
    {
        const std::lock_guard lock(mutex);
        return isEnding() || mustLook;
    }

    void setProposer(std::shared_ptr<const intake::Proposer> made)
    {
        const std::lock_guard lock(mutex);
        proposer = std::move(made);
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

SuggestionThread::Source SuggestionThread::latest() const
{
    return [shared = m_shared] {
        const std::lock_guard lock(shared->mutex);
        return shared->proposer;
    };
}

/// What the thread does with the case.
class SuggestionThread::Work final {
public:
    Work(const std::shared_ptr<Shared> &shared, const CaseFile &file, std::shared_ptr<const intake::Proposer> shipped,
         const Write &write)
        : m_shared(shared)
        , m_file(file)
        , m_write(write)
        , m_learner(shipped)
        , m_proposer(std::move(shipped))
    {
        m_shared->setProposer(m_proposer);
    }

    void run()
    {
        learn();
        while (!m_shared->isEnding()) {
            m_shared->waitForWork();
            if (lookUp())
                renew();
        }
    }

private:
    /// Whether there is another model than before.
    bool learn()
    {
        // Where that cannot be learned from the case just now, the model stays as it is.
        auto learned = m_learner.proposerFor(m_file);
        if (!learned || *learned == m_proposer)
            return false;
        m_proposer = *std::move(learned);
        m_shared->setProposer(m_proposer);
        return true;
    }

    bool lookUp()
    {
        const auto current = suggestingFor(m_file, m_proposer);
        if (!current)
            return false;
        m_suggesting = std::make_shared<const intake::Suggesting>(*current);
        auto waiting = documentsToSuggest(m_file, *m_suggesting);
        if (!waiting)
            return false;
        m_waiting = *std::move(waiting);
        std::erase_if(m_waiting, [this](const Sha256 &document) { return m_failed.contains(document); });
        return true;
    }

    void renew()
    {
        bool hasLearned = false;
        while (!m_shared->isInterrupted()) {
            if (const auto seen = m_shared->onViewOf(m_waiting)) {
                renew(*seen);
                continue;
            }
            if (hasLearned && m_waiting.empty())
                return;
            const auto calm = m_shared->waitForCalm();
            if (calm != Shared::Calm::Quiet)
                continue;
            if (!std::exchange(hasLearned, true)) {
                if (learn() && !lookUp())
                    return;
                continue;
            }
            renew(m_waiting.front());
        }
    }

    void renew(Sha256 document) // a copy: it leaves the list
    {
        std::erase(m_waiting, document);
        auto made = propose(m_file, document, *m_suggesting, m_shared->stop.get_token());
        if (!made || !m_shared->write(m_write, {document, *std::move(made), m_suggesting}, m_shared))
            m_failed.insert(document);
    }

    const std::shared_ptr<Shared> &m_shared;
    const CaseFile &m_file;
    const Write &m_write;
    Learner m_learner;
    std::shared_ptr<const intake::Proposer> m_proposer; ///< never null
    std::shared_ptr<const intake::Suggesting> m_suggesting;
    std::vector<Sha256> m_waiting;
    QSet<Sha256> m_failed; ///< not tried over and over, but again when the program starts
};

void SuggestionThread::run(const std::shared_ptr<Shared> &shared, const QString &casePath,
                           const CaseFile::Options &options, const Source &source, const Write &write)
{
    const auto file = CaseFile::open(casePath, Access::ReadOnly, options);
    if (file)
        Work(shared, **file, source(), write).run();
}

} // namespace model::session
