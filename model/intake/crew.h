// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/error.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace model::intake {

/// Worker threads that all do the same until there is nothing left to do. They stop together: when one fails, when the
/// caller's stop token says so, or when this object goes.
class Crew final {
public:
    explicit Crew(std::stop_token outer)
        : m_outer(std::move(outer), [this] { m_stop.request_stop(); })
    {
    }
    ~Crew() { stop(); }
    Crew(const Crew &) = delete;
    Crew &operator=(const Crew &) = delete;

    /// Starts `count` threads that each run `work` once; the last one to come home runs `finished`.
    void start(int count, std::function<void()> work, std::function<void()> finished)
    {
        m_atWork = count;
        for (int i = 0; i < count; ++i)
            m_threads.emplace_back([this, work, finished] {
                work();
                if (--m_atWork == 0)
                    finished();
            });
    }

    std::stop_token token() const { return m_stop.get_token(); }

    /// The first failure counts; being cancelled is none.
    void fail(const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_failure && error.kind != ErrorKind::Cancelled)
            m_failure = error;
        m_stop.request_stop();
    }

    /// Stops what still runs and waits for it.
    void stop()
    {
        m_stop.request_stop();
        join();
    }
    void join() { m_threads.clear(); }

    std::optional<Error> failure() const
    {
        const std::lock_guard lock(m_mutex);
        return m_failure;
    }

private:
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_outer;
    mutable std::mutex m_mutex;
    std::optional<Error> m_failure;
    std::atomic<int> m_atWork = 0;
    std::vector<std::jthread> m_threads;
};

} // namespace model::intake
