// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/convert/conversion_wire.h"
#include "model/reader/descriptor.h"

#include <string>
#include <vector>

#include <sys/types.h>

namespace model::convert {

/// The office program at work in a work folder, confined, with all the processes it starts. For a process with one
/// thread that takes in the orphans among them.
class OfficeRun final {
public:
    OfficeRun(const ConversionRequest &request, std::string program, std::string workFolder);

    /// Starts it and waits until it is done, its time is over, or `host` is closed at the other end; nothing of it runs
    /// any more afterwards. Made: it ended; whether there is a file is for the caller to see.
    ConversionAnswer run(int host);

private:
    enum class End { Ended, TimedOut, HostGone };

    bool start(ConversionAnswer &answer);
    [[noreturn]] void become(int report, pid_t parent);
    std::vector<std::string> wordsFor(const std::string &workFolder) const;
    End wait(int host, qint64 deadline) const;
    int endAll() const;
    bool hasOverlongFile() const;

    const ConversionRequest m_request;
    const std::string m_program;
    const std::string m_workFolder;
    pid_t m_process = -1;
    reader::Descriptor m_handle; ///< of the process
};

} // namespace model::convert
