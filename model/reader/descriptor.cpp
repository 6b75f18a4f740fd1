// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/descriptor.h"

#include <sys/socket.h>
#include <unistd.h>

namespace model::reader {

void Descriptor::reset()
{
    if (m_descriptor >= 0)
        close(std::exchange(m_descriptor, -1));
}

std::pair<Descriptor, Descriptor> socketPair(int type)
{
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends) != 0)
        return {};
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

} // namespace model::reader
