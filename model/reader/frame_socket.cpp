// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/frame_socket.h"

#include <algorithm>
#include <cerrno>
#include <limits>

#include <poll.h>
#include <sys/socket.h>

namespace model::reader {
namespace {

/// Waits until `events` can be done on the socket. Hang-ups count as ready: the next call sees them.
bool waitFor(int socket, short events, const QDeadlineTimer &deadline)
{
    for (;;) {
        constexpr qint64 longest = std::numeric_limits<int>::max();
        const int timeout = deadline.isForever() ? -1 : static_cast<int>(std::min(deadline.remainingTime(), longest));
        pollfd waiting{socket, events, 0};
        const int ready = poll(&waiting, 1, timeout);
        if (ready > 0)
            return true;
        if (ready == 0 || errno != EINTR)
            return false;
    }
}

FrameFault receiveBytes(int socket, char *into, qsizetype length, const QDeadlineTimer &deadline)
{
    while (length > 0) {
        const ssize_t got = recv(socket, into, static_cast<std::size_t>(length), MSG_DONTWAIT);
        if (got > 0) {
            into += got;
            length -= got;
            // A reader that sends a byte now and then must not put off the deadline.
            if (length > 0 && deadline.hasExpired())
                return FrameFault::TimedOut;
        } else if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            if (!waitFor(socket, POLLIN, deadline))
                return FrameFault::TimedOut;
        } else if (got == 0 || errno != EINTR) {
            return FrameFault::Closed;
        }
    }
    return FrameFault::None;
}

FrameFault sendBytes(int socket, const char *from, qsizetype length, const QDeadlineTimer &deadline)
{
    while (length > 0) {
        const ssize_t put = send(socket, from, static_cast<std::size_t>(length), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (put >= 0) {
            from += put;
            length -= put;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            if (!waitFor(socket, POLLOUT, deadline))
                return FrameFault::TimedOut;
        } else if (errno != EINTR) {
            return FrameFault::Closed;
        }
    }
    return FrameFault::None;
}

} // namespace

Frame receiveFrame(int socket, qint64 maximum, QDeadlineTimer deadline)
{
    Frame frame;
    std::array<char, FrameHeader::size> bytes{};
    frame.fault = receiveBytes(socket, bytes.data(), FrameHeader::size, deadline);
    if (frame.fault != FrameFault::None)
        return frame;
    const auto header = FrameHeader::fromBytes(QByteArrayView(bytes));
    if (!header) {
        frame.fault = FrameFault::Garbled;
        return frame;
    }
    frame.header = *header;
    if (header->length > maximum) {
        frame.fault = FrameFault::TooLarge;
        return frame;
    }
    frame.payload = QByteArray(static_cast<qsizetype>(header->length), Qt::Uninitialized);
    frame.fault = receiveBytes(socket, frame.payload.data(), frame.payload.size(), deadline);
    return frame;
}

FrameFault sendFrame(int socket, const FrameHeader &header, QByteArrayView payload, QDeadlineTimer deadline)
{
    const std::array<char, FrameHeader::size> bytes = header.toBytes();
    const FrameFault fault = sendBytes(socket, bytes.data(), FrameHeader::size, deadline);
    if (fault != FrameFault::None)
        return fault;
    return sendBytes(socket, payload.data(), payload.size(), deadline);
}

} // namespace model::reader
