// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace model::session {

/// The thread that holds the one CaseFile that writes. What is urgent passes what is not; otherwise first come, first
/// served. `submit` is safe from any thread.
class WriterThread final {
public:
    using Opener = std::function<Result<std::unique_ptr<CaseFile>>()>;
    using Opened = std::function<void(Result<CaseFile *>)>;
    using Work = std::function<void(CaseFile &)>;
    enum class Urgency { Decision, Import };

    /// Both functions are called on the thread, once. Work of a case that could not be opened is dropped.
    WriterThread(Opener open, Opened opened);
    /// Does the decisions that wait, drops the import steps, then ends.
    ~WriterThread();
    WriterThread(const WriterThread &) = delete;
    WriterThread &operator=(const WriterThread &) = delete;

    void submit(Urgency urgency, Work work);

private:
    void run(const Opener &open, const Opened &opened);
    Work next();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Work> m_decisions;
    std::deque<Work> m_imports;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace model::session
