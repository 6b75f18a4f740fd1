// SPDX-License-Identifier: GPL-3.0-or-later
// Speaks the reader's part and then does what its document says: "crash", "hang", "flood" and so on. A document is the
// name of a misdeed here.
#include "model/reader/answers.h"
#include "model/reader/document_device.h"
#include "model/reader/frame_socket.h"
#include "model/reader/protocol.h"
#include "model/reader/sandbox.h"
#include "model/reader/zygote.h"

#include <csignal>
#include <cstdlib>

#include <sys/socket.h>
#include <unistd.h>

using namespace model::reader;

namespace {

void sendBytes(int session, QByteArrayView bytes)
{
    if (send(session, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) < 0)
        _exit(0);
}

void sendFrameOf(int session, FrameType type, quint32 request, QByteArrayView payload)
{
    const FrameHeader header{type, request, static_cast<quint32>(payload.size())};
    if (sendFrame(session, header, payload, QDeadlineTimer(QDeadlineTimer::Forever)) != FrameFault::None)
        _exit(0);
}

void hang()
{
    for (;;)
        pause();
}

void complainForever(int session)
{
    for (;;)
        sendFrameOf(session, FrameType::Complaint, 0, encodeComplaint(QStringLiteral("oh no")));
}

void trickle(int session)
{
    const auto header = FrameHeader{FrameType::Facts, 1, 1'000'000}.toBytes();
    sendBytes(session, QByteArrayView(header));
    for (;;)
        sendBytes(session, "x");
}

void answerWithLength(int session, quint32 length, QByteArrayView bytes)
{
    const auto header = FrameHeader{FrameType::Facts, 1, length}.toBytes();
    sendBytes(session, QByteArrayView(header));
    sendBytes(session, bytes);
}

void misbehave(const QByteArray &misdeed, int session)
{
    std::signal(SIGSEGV, SIG_DFL); // a sanitizer has its own way to crash
    std::signal(SIGABRT, SIG_DFL);
    if (misdeed == "crash")
        raise(SIGSEGV);
    if (misdeed == "abort")
        raise(SIGABRT);
    if (misdeed == "leave")
        _exit(7);
    if (misdeed == "run out of memory")
        _exit(exitedOutOfMemory);
    if (misdeed == "hang")
        hang();
    if (misdeed == "close and hang") {
        close(session);
        hang();
    }
    if (misdeed == "complain forever")
        complainForever(session);
    if (misdeed == "trickle")
        trickle(session);
    if (misdeed == "lie about length")
        answerWithLength(session, 0xffffffff, "x");
    if (misdeed == "die in the middle") {
        answerWithLength(session, 1000, "half an answer");
        _exit(0);
    }
    if (misdeed == "talk nonsense")
        sendBytes(session, QByteArray(1000, 'n'));
    if (misdeed == "answer another request")
        sendFrameOf(session, FrameType::Facts, 99, {});
    if (misdeed == "answer another question")
        sendFrameOf(session, FrameType::Text, 1, {});
    if (misdeed == "claim pages without end")
        sendFrameOf(session, FrameType::Facts, 1, QByteArray(40, '\xff'));
    hang();
}

int body(int document, int session, const OpenRequest &, const Sandbox &)
{
    DocumentDevice device(document);
    const QByteArray misdeed = device.bytesAt(0, 100);
    if (misdeed == "say nothing")
        hang();
    sendFrameOf(session, FrameType::Hello, 0, encodeHello(SandboxMode::NoFiles));
    if (receiveFrame(session, 1 << 20, QDeadlineTimer(QDeadlineTimer::Forever)).fault == FrameFault::None)
        misbehave(misdeed, session);
    return 0;
}

} // namespace

int main()
{
    Sandbox sandbox{{}};
    serveReaders(controlDescriptor, sandbox, body);
    return 0;
}
