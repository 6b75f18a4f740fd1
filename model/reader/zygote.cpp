// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/zygote.h"

#include "model/reader/descriptor_message.h"
#include "model/reader/sandbox.h"
#include "model/reader/system_calls.h"

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <vector>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace model::reader {
namespace {

struct Child {
    pid_t process = -1;
    Descriptor lifeline;
    qint64 memoryBytes = 0;
    bool killed = false;
    bool overMemory = false;
};

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int watchMs = 200;

bool isOverMemory(const Child &child)
{
    const std::string path = "/proc/" + std::to_string(child.process) + "/statm";
    FILE *const file = std::fopen(path.c_str(), "r");
    if (!file)
        return false;
    long long pages = 0;
    long long resident = 0;
    const bool known = std::fscanf(file, "%lld %lld", &pages, &resident) == 2;
    std::fclose(file);
    return known && resident * sysconf(_SC_PAGESIZE) > child.memoryBytes;
}
#else
constexpr int watchMs = -1; // RLIMIT_AS does it

bool isOverMemory(const Child &)
{
    return false;
}
#endif

/// A descriptor that is readable when a child has ended; SIGCHLD is blocked for it.
Descriptor childrensEnds()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return Descriptor(signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
}

class Zygote final {
public:
    Zygote(int control, Sandbox &sandbox, const ReaderBody &body)
        : m_control(control)
        , m_sandbox(sandbox)
        , m_body(body)
        , m_ends(childrensEnds())
    {
    }

    void serve()
    {
        while (step()) {
        }
        for (Child &child : m_children)
            end(child);
        for (const Child &child : m_children) {
            while (waitpid(child.process, nullptr, 0) < 0 && errno == EINTR) {
            }
        }
    }

private:
    /// False when the host is gone.
    bool step()
    {
        std::vector<pollfd> waiting{{m_control, POLLIN, 0}, {m_ends.get(), POLLIN, 0}};
        for (const Child &child : m_children)
            waiting.push_back({child.killed ? -1 : child.lifeline.get(), POLLIN, 0});
        if (poll(waiting.data(), waiting.size(), m_children.empty() ? -1 : watchMs) < 0)
            return errno == EINTR;
        for (std::size_t i = 0; i < m_children.size(); ++i) {
            Child &child = m_children[i];
            child.overMemory = child.overMemory || isOverMemory(child);
            if (waiting[i + 2].revents != 0 || child.overMemory)
                end(child);
        }
        if (waiting[1].revents != 0)
            bury();
        return waiting[0].revents == 0 || openNext();
    }

    static void end(Child &child)
    {
        // Not buried yet, so the number is still its own.
        kill(child.process, SIGKILL);
        child.killed = true;
    }

    void bury()
    {
        signalfd_siginfo ignored[8];
        while (read(m_ends.get(), ignored, sizeof ignored) > 0) {
        }
        int status = 0;
        for (pid_t process = 0; (process = waitpid(-1, &status, WNOHANG)) > 0;) {
            const auto child = std::find_if(m_children.begin(), m_children.end(),
                                            [process](const Child &one) { return one.process == process; });
            if (child == m_children.end())
                continue;
            const auto bytes = Ended{status, child->overMemory}.toBytes();
            send(child->lifeline.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            m_children.erase(child);
        }
    }

    bool openNext()
    {
        auto message = receiveDescriptors(m_control);
        if (!message)
            return false;
        const auto request = OpenRequest::fromBytes(message->bytes);
        if (!request || message->descriptors.size() != 3)
            return true; // the descriptors are closed, which the host sees
        m_sandbox.prepareFor(*request);
        const pid_t parent = getpid();
        const pid_t process = fork();
        if (process == 0)
            become(*message, *request, parent);
        if (process > 0)
            m_children.push_back(
                {process, std::move(message->descriptors[2]), request->limits.memoryBytes, false, false});
        return true;
    }

    /// In the reader.
    [[noreturn]] void become(const DescriptorMessage &message, const OpenRequest &request, pid_t parent)
    {
        if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
            _exit(1);
        sigset_t signals;
        sigemptyset(&signals);
        sigprocmask(SIG_SETMASK, &signals, nullptr);
        _exit(m_body(message.descriptors[0].get(), message.descriptors[1].get(), request, m_sandbox));
    }

    int m_control;
    Sandbox &m_sandbox;
    const ReaderBody &m_body;
    Descriptor m_ends;
    std::vector<Child> m_children;
};

bool isControlSocket(int descriptor)
{
    int type = 0;
    socklen_t size = sizeof type;
    return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

} // namespace

Begun beginProgram()
{
    if (!isControlSocket(controlDescriptor))
        return Begun::WithoutHost;
    std::setlocale(LC_ALL, "");
    if (prctl(PR_SET_DUMPABLE, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !restrictProgram())
        return Begun::Unrestricted;
    return Begun::Restricted;
}

void serveReaders(int control, Sandbox &sandbox, const ReaderBody &body)
{
    Zygote(control, sandbox, body).serve();
}

} // namespace model::reader
