// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/interrupt_watch.h"

#include <csignal>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace app {
namespace {

sigset_t watched()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    return set;
}

} // namespace

InterruptWatch::InterruptWatch()
{
    const sigset_t set = watched();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_signals = signalfd(-1, &set, SFD_CLOEXEC);
    m_end = eventfd(0, EFD_CLOEXEC);
    m_thread = std::thread([this] {
        pollfd both[] = {{m_signals, POLLIN, 0}, {m_end, POLLIN, 0}};
        while (poll(both, 2, -1) < 0) {
        }
        if (both[0].revents != 0)
            m_stop.request_stop();
    });
}

InterruptWatch::~InterruptWatch()
{
    const std::uint64_t one = 1;
    if (write(m_end, &one, sizeof one) == sizeof one)
        m_thread.join();
    else
        m_thread.detach();
    close(m_signals);
    close(m_end);
    // A signal that came stays pending: let in now, it would end the program before it has said what became of its
    // work.
    if (m_stop.stop_requested())
        return;
    const sigset_t set = watched();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

} // namespace app
