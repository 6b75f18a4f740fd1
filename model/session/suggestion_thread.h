// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/suggestion.h"
#include "model/session/case_file.h"

#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace model::intake {
struct Proposer;
struct Suggesting;
} // namespace model::intake

namespace model::session {

/// Renews the suggestions of documents that need it, one after the other: those on view at once; when no decision has
/// come for a while, it learns from those that have, and renews all. Has a thread and a connection of its own that only
/// reads; what it made is handed to whoever writes.
class SuggestionThread final {
public:
    /// Called on the thread, once, for it may take a while.
    using Source = std::function<std::shared_ptr<const intake::Proposer>()>;
    struct Made {
        Sha256 document;
        Suggestions suggestions;
        std::shared_ptr<const intake::Suggesting> suggesting;
    };
    /// Called on the thread. `done` is to be called, from any thread, with whether it could be written.
    using Write = std::function<void(Made made, std::function<void(bool written)> done)>;

    SuggestionThread(QString casePath, CaseFile::Options options, Source source, Write write);
    /// Ends after the section of text under way.
    ~SuggestionThread();
    SuggestionThread(const SuggestionThread &) = delete;
    SuggestionThread &operator=(const SuggestionThread &) = delete;

    // Safe from any thread.
    void lookAgain(); ///< something was decided or read
    void setOnView(std::vector<Sha256> documents);
    /// Gives what makes suggestions now, null until the thread has the first; to be called on any thread, also after
    /// this has gone.
    Source latest() const;

private:
    struct Shared;
    class Work;
    static void run(const std::shared_ptr<Shared> &shared, const QString &casePath, const CaseFile::Options &options,
                    const Source &source, const Write &write);

    std::shared_ptr<Shared> m_shared;
    std::thread m_thread;
};

} // namespace model::session
