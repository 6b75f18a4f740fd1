// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/protocol.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDeadlineTimer>

namespace model::reader {

enum class FrameFault {
    None,
    Closed,   ///< the other side is gone, perhaps in the middle of a frame
    TimedOut, ///< the deadline passed first
    Garbled,  ///< no frame of ours
    TooLarge  ///< the frame says it is longer than the maximum
};

struct Frame {
    FrameFault fault = FrameFault::None;
    FrameHeader header;
    QByteArray payload;
};

/// Both return when done, at the deadline, or when the other side closes. No memory is taken for a frame that says it
/// is longer than `maximum` bytes.
Frame receiveFrame(int socket, qint64 maximum, QDeadlineTimer deadline);
FrameFault sendFrame(int socket, const FrameHeader &header, QByteArrayView payload, QDeadlineTimer deadline);

} // namespace model::reader
