// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace model::session {

/// A few threads that each hold a CaseFile for reading and answer questions, first come, first served.
class QuestionPool final {
public:
    /// Called on one of the threads; the error is why the case could not be opened for reading.
    using Work = std::function<void(const Result<CaseFile *> &)>;
    using Ticket = quint64;

    QuestionPool(QString casePath, CaseFile::Options options, int threads);
    /// Interrupts what runs, drops what waits.
    ~QuestionPool();
    QuestionPool(const QuestionPool &) = delete;
    QuestionPool &operator=(const QuestionPool &) = delete;

    Ticket submit(Work work);
    /// Drops a question that waits; makes one under way end with Cancelled.
    void cancel(Ticket ticket);

private:
    struct Question {
        Ticket ticket = 0;
        Work work;
    };
    struct UnderWay {
        Ticket ticket = 0;
        CaseFile *file = nullptr; ///< null while the thread's CaseFile is being opened
    };
    void run(size_t place);

    const QString m_casePath;
    const CaseFile::Options m_options;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Question> m_waiting;
    std::vector<UnderWay> m_underWay; ///< one a thread
    Ticket m_lastTicket = 0;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace model::session
