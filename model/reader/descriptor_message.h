// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/descriptor.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace model::reader {

/// A message of a SOCK_SEQPACKET socket with open descriptors in it.
struct DescriptorMessage {
    static constexpr qsizetype maximumBytes = 512;
    static constexpr std::size_t maximumDescriptors = 4;

    QByteArray bytes;
    std::vector<Descriptor> descriptors;
};

/// False when the other side is gone. The descriptors stay the caller's.
bool sendDescriptors(int socket, QByteArrayView bytes, const std::vector<int> &descriptors);
/// Waits for the next message; nothing when the other side is gone. What is longer than the maximum is cut off, and
/// descriptors past the maximum are closed.
std::optional<DescriptorMessage> receiveDescriptors(int socket);

} // namespace model::reader
