// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/reader/reader_host.h"

#include <QString>

#include <memory>
#include <mutex>

namespace model::session {

/// The reader host of a session, started when it is first needed. Safe from any thread; `host` may take a while the
/// first time, so it belongs on a worker.
class SharedReaderHost final {
public:
    explicit SharedReaderHost(QString program)
        : m_program(std::move(program))
    {
    }

    Result<std::shared_ptr<reader::ReaderHost>> host()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_host) {
            reader::ReaderHost::Options options;
            options.program = m_program;
            auto started = reader::ReaderHost::start(options);
            if (!started)
                return started.error();
            m_host = *std::move(started);
        }
        return m_host;
    }

private:
    const QString m_program;
    std::mutex m_mutex;
    std::shared_ptr<reader::ReaderHost> m_host;
};

} // namespace model::session
