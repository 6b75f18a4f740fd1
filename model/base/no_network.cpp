// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/no_network.h"

#include <seccomp.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <sys/socket.h>

namespace model {
namespace {

constexpr int refusedFamilies[] = {AF_INET, AF_INET6,     AF_PACKET, AF_BLUETOOTH, AF_VSOCK, AF_CAN, AF_TIPC, AF_RDS,
                                   AF_X25,  AF_APPLETALK, AF_IPX,    AF_DECnet,    AF_NFC,   AF_SMC, AF_XDP};

int addRules(scmp_filter_ctx filter)
{
    for (const int family : refusedFamilies) {
        // The kernel looks at the low 32 bits only; so must we, or a high bit set would slip through.
        const scmp_arg_cmp isFamily = SCMP_A0(SCMP_CMP_MASKED_EQ, 0xffffffffU, static_cast<scmp_datum_t>(family));
        const int code = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1, &isFamily);
        if (code < 0)
            return code;
    }
    // io_uring makes sockets that no filter sees.
    return seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(io_uring_setup), 0, nullptr);
}

} // namespace

Result<void> refuseNetwork()
{
    const std::unique_ptr<void, decltype(&seccomp_release)> filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
    int code = filter ? addRules(filter.get()) : -ENOMEM;
    if (code >= 0)
        code = seccomp_load(filter.get());
    if (code < 0)
        return Error{
            ErrorKind::Unsupported,
            QStringLiteral("This computer does not let Carveout switch off its own access to the network, so it "
                           "does not start. A kernel with seccomp is needed."),
            QString::fromLocal8Bit(std::strerror(-code))};
    return {};
}

} // namespace model
