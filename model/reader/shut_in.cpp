// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/shut_in.h"

#include "model/reader/answers.h"
#include "model/reader/frame_socket.h"
#include "model/reader/sandbox.h"

#include <cerrno>
#include <csignal>
#include <new>

#include <unistd.h>

namespace model::reader {
namespace {

/// Poppler aborts when it gets no memory, and others end otherwise. `errno` is still that of the failed call then.
void tellEndsApart(int)
{
    _exit(errno == ENOMEM ? exitedOutOfMemory : 1);
}

bool say(int session, FrameType type, const QByteArray &payload)
{
    const FrameHeader header{type, 0, static_cast<quint32>(payload.size())};
    return sendFrame(session, header, payload, QDeadlineTimer(QDeadlineTimer::Forever)) == FrameFault::None;
}

} // namespace

bool shutIn(int document, int session, const OpenRequest &request, const Sandbox &sandbox)
{
    std::set_new_handler([] { _exit(exitedOutOfMemory); });
    // Libraries in C end by one of these where there is no memory.
    for (const int end : {SIGABRT, SIGSEGV, SIGTRAP})
        std::signal(end, tellEndsApart);
    if (const auto mode = sandbox.enter(request, document, session))
        return say(session, FrameType::Hello, encodeHello(*mode));
    say(session, FrameType::Failure,
        encodeFailure(
            {ErrorKind::Bug,
             QStringLiteral("This machine does not let the program shut itself in before it reads a document, "
                            "so the document was not read."),
             {}}));
    return false;
}

} // namespace model::reader
