// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <functional>
#include <stop_token>
#include <thread>

namespace model::session {

/// What is done for a case once it is open, on a thread of its own, so that opening need not wait for it: a large file
/// is checked whole, a search index of another version is made anew, and copies are looked for that nobody looked for
/// yet.
class Upkeep final {
public:
    struct Options {
        QString casePath;
        CaseFile::Options file;
        bool mayWrite = false;
        /// Runs the step on the thread that writes, some time; decisions pass it. A step that is destroyed instead ends
        /// the upkeep.
        std::function<void(std::function<void(CaseFile &)>)> write;
        // Both are called on any thread.
        std::function<void(const Error &)> damaged;                    ///< its sentence says what to do
        std::function<void(qint64 done, qint64 total)> renewingSearch; ///< documents; done is total at the end
        std::function<void()> copiesFound;                             ///< documents count otherwise now
    };

    explicit Upkeep(Options options);
    /// Stops, and waits for the step that runs.
    ~Upkeep() = default;
    Upkeep(const Upkeep &) = delete;
    Upkeep &operator=(const Upkeep &) = delete;

private:
    void run(const std::stop_token &stop) const;
    Result<void> checkFile(const CaseFile &file, const std::stop_token &stop) const;
    /// Runs the step where the case is written, again and again, until it says that it is done. `written`: after each,
    /// on this thread.
    void inSteps(const std::stop_token &stop, const std::function<Result<bool>(CaseFile &)> &step,
                 const std::function<void(bool done)> &written) const;
    void renewSearch(const CaseFile &file, const std::stop_token &stop) const;
    void findCopies(const CaseFile &file, const std::stop_token &stop) const;

    const Options m_options;
    std::jthread m_thread;
};

} // namespace model::session
