// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/descriptor_message.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>

namespace model::reader {
namespace {

using AncillaryBuffer = std::array<char, CMSG_SPACE(sizeof(int) * DescriptorMessage::maximumDescriptors)>;

} // namespace

bool sendDescriptors(int socket, QByteArrayView bytes, const std::vector<int> &descriptors)
{
    alignas(cmsghdr) AncillaryBuffer ancillary{};
    iovec part{const_cast<char *>(bytes.data()), static_cast<std::size_t>(bytes.size())};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = ancillary.data();
    message.msg_controllen = CMSG_SPACE(sizeof(int) * descriptors.size());
    cmsghdr *const head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int) * descriptors.size());
    std::memcpy(CMSG_DATA(head), descriptors.data(), sizeof(int) * descriptors.size());
    ssize_t sent = -1;
    do {
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == bytes.size();
}

std::optional<DescriptorMessage> receiveDescriptors(int socket)
{
    DescriptorMessage received;
    received.bytes.resize(DescriptorMessage::maximumBytes);
    alignas(cmsghdr) AncillaryBuffer ancillary{};
    iovec part{received.bytes.data(), static_cast<std::size_t>(received.bytes.size())};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = ancillary.data();
    message.msg_controllen = ancillary.size();
    ssize_t got = -1;
    do {
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    if (got <= 0)
        return std::nullopt;
    received.bytes.resize(got);
    for (cmsghdr *head = CMSG_FIRSTHDR(&message); head; head = CMSG_NXTHDR(&message, head)) {
        if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (head->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int descriptor = -1;
            std::memcpy(&descriptor, CMSG_DATA(head) + i * sizeof(int), sizeof descriptor);
            received.descriptors.emplace_back(descriptor);
        }
    }
    return received;
}

} // namespace model::reader
