// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/descriptor.h"
#include "model/reader/document_reader.h"
#include "model/reader/frame_socket.h"

#include <QDeadlineTimer>

#include <atomic>

namespace model::reader {

/// The host's end of a session with one reader.
class DocumentReader::Private final {
public:
    /// `lifeline` ends the reader when it is closed or shut down, and gives its Ended.
    Private(Descriptor session, Descriptor lifeline, const ReaderLimits &limits);

    /// What a reader says first, once its rights are gone.
    Result<void> awaitHello();
    /// Sends a request and waits for its answer's payload.
    Result<QByteArray> ask(FrameType type, const QByteArray &payload = {});
    /// Safe to call from any thread.
    void interrupt();

    QStringList complaints;
    SandboxMode mode = SandboxMode::NoFiles;

    /// For an answer that does not decode: a reader that lies once is not asked again.
    Error endedFor(Error error);

private:
    Result<QByteArray> awaitAnswer(FrameType type, quint32 request, int patienceMs);
    bool takeComplaint(const Frame &frame);
    Error errorFor(FrameFault fault);
    Error howItEnded();

    Descriptor m_session;
    Descriptor m_lifeline;
    const ReaderLimits m_limits;
    quint32 m_lastRequest = 0;
    std::optional<Error> m_ended;
    std::atomic<bool> m_interrupted = false;
};

} // namespace model::reader
