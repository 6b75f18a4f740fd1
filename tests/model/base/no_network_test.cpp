// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/no_network.h"

#include "tests/support/catch.h"

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// What `question` returns in a process that has refused the network; the test itself keeps its rights.
template <class Question> int afterRefusal(Question question)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(model::refuseNetwork() ? question() : 99);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

int errnoOfSocket(long family)
{
    return syscall(SYS_socket, family, SOCK_STREAM, 0) < 0 ? errno : 0;
}

} // namespace

TEST_CASE("a process that refused the network gets no socket that leaves the machine")
{
    CHECK(afterRefusal([] { return errnoOfSocket(AF_INET); }) == EAFNOSUPPORT);
    CHECK(afterRefusal([] { return errnoOfSocket(AF_INET6); }) == EAFNOSUPPORT);
    CHECK(afterRefusal([] { return errnoOfSocket(AF_PACKET); }) == EAFNOSUPPORT);
    CHECK(afterRefusal([] { return errnoOfSocket(AF_INET | (1L << 40)); }) == EAFNOSUPPORT);
    CHECK(afterRefusal([] { return syscall(SYS_io_uring_setup, 1, nullptr) < 0 ? errno : 0; }) == ENOSYS);
}

TEST_CASE("a process that refused the network can still talk to the display")
{
    CHECK(errnoOfSocket(AF_INET) == 0);
    CHECK(afterRefusal([] { return errnoOfSocket(AF_UNIX); }) == 0);
}

TEST_CASE("what a process that refused the network starts is refused it too")
{
    const auto grandchild = [] {
        const pid_t child = fork();
        if (child == 0)
            _exit(errnoOfSocket(AF_INET));
        int status = 0;
        return waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : 98;
    };
    CHECK(afterRefusal(grandchild) == EAFNOSUPPORT);
}
