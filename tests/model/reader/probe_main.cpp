// SPDX-License-Identifier: GPL-3.0-or-later
// Tries what a reader must not be able to do, from inside the very sandbox a reader is in, or outside of it:
//     test_reader_probe landlock|no-files|ocr|none SCRATCH-FOLDER FONT POPPLER-DATA-FILE
#include "model/reader/held_files.h"
#include "model/reader/needed_files.h"
#include "model/reader/sandbox.h"
#include "model/reader/system_calls.h"
#include "model/reader/warm_up.h"
#include "tests/model/reader/probe.h"

#include <cstdio>
#include <cstring>
#include <functional>
#include <map>
#include <string>

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace model::reader;

namespace {

struct Surroundings {
    std::string scratch; ///< a folder that may be written to, with a file "there" in it
    std::string font;
    std::string popplerData;
    pid_t other = -1; ///< a process of the same user
    void *otherMemory = nullptr;
    int socket = -1; ///< one end of a pair that was open before
};

bool opens(const std::string &path, int flags)
{
    const int file = open(path.c_str(), flags, 0600);
    if (file >= 0)
        close(file);
    return file >= 0;
}

bool makesSocket(int family, int type)
{
    const int made = socket(family, type, 0);
    if (made >= 0)
        close(made);
    return made >= 0;
}

/// A child that ends at once, made by the bare call: what the C library does around it does not matter here.
bool clones(unsigned long flags)
{
    const long child = syscall(SYS_clone, flags, nullptr, nullptr, nullptr, nullptr);
    if (child == 0)
        _exit(0);
    if (child > 0)
        waitpid(static_cast<pid_t>(child), nullptr, 0);
    return child > 0;
}

bool execs()
{
    const long child = syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr);
    if (child > 0) {
        int status = 0;
        waitpid(static_cast<pid_t>(child), &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    // Where there is no child to try it in, in this process: it goes on only when it fails.
    execl("/bin/true", "true", nullptr);
    if (child == 0)
        _exit(1);
    return false;
}

bool reachesMemory(const Surroundings &around, int call)
{
    char byte = 1;
    iovec here{&byte, 1};
    iovec there{around.otherMemory, 1};
    return syscall(call, around.other, &here, 1, &there, 1, 0) == 1;
}

bool passesDescriptor(int socket)
{
    char byte = 'x';
    iovec part{&byte, 1};
    alignas(cmsghdr) char ancillary[CMSG_SPACE(sizeof(int))]{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = ancillary;
    message.msg_controllen = sizeof ancillary;
    cmsghdr *const head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(head), &socket, sizeof socket);
    return sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL) == 1;
}

bool runsMemory()
{
    void *const memory = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory != MAP_FAILED && mprotect(memory, 4096, PROT_READ | PROT_EXEC) == 0;
}

bool raisesLimit()
{
    const rlimit limits{1, 1};
    return setrlimit(RLIMIT_MSGQUEUE, &limits) == 0;
}

bool closes(long descriptor)
{
    if (descriptor >= 0)
        close(static_cast<int>(descriptor));
    return descriptor >= 0;
}

bool readsThroughPoppler(const std::string &path)
{
    FILE *const file = std::fopen(path.c_str(), "rb");
    if (!file)
        return false;
    const bool hasBytes = std::fgetc(file) != EOF;
    std::fclose(file);
    return hasBytes;
}

std::map<std::string, std::function<bool()>> acts(const Surroundings &around)
{
    const std::string there = around.scratch + "/there";
    constexpr long numberOfNoCall = 1000;
    return {
        {"open-home", [there] { return opens(there, O_RDONLY); }},
        {"open-etc", [] { return opens("/etc/passwd", O_RDONLY); }},
        {"open-proc", [] { return opens("/proc/self/maps", O_RDONLY); }},
        {"open-folder", [around] { return opens(around.scratch, O_RDONLY | O_DIRECTORY); }},
        {"make-file", [around] { return opens(around.scratch + "/made", O_WRONLY | O_CREAT); }},
        {"make-folder", [around] { return mkdir((around.scratch + "/folder").c_str(), 0700) == 0; }},
        {"remove-file", [around] { return unlink((around.scratch + "/spare").c_str()) == 0; }},
        {"socket-inet", [] { return makesSocket(AF_INET, SOCK_STREAM); }},
        {"socket-inet6", [] { return makesSocket(AF_INET6, SOCK_DGRAM); }},
        {"socket-unix", [] { return makesSocket(AF_UNIX, SOCK_STREAM); }},
        {"socket-netlink", [] { return makesSocket(AF_NETLINK, SOCK_RAW); }},
        {"socket-packet", [] { return makesSocket(AF_PACKET, SOCK_RAW); }},
        {"socketpair",
         [] {
             int ends[2];
             return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0;
         }},
        {"exec", execs},
        {"fork", [] { return clones(SIGCHLD); }},
        {"thread", [] { return clones(CLONE_FILES | SIGCHLD); }},
        {"ptrace",
         [around] {
             const bool seized = ptrace(PTRACE_SEIZE, around.other, nullptr, nullptr) == 0;
             if (seized && ptrace(PTRACE_INTERRUPT, around.other, nullptr, nullptr) == 0) {
                 waitpid(around.other, nullptr, __WALL);
                 ptrace(PTRACE_DETACH, around.other, nullptr, nullptr);
             }
             return seized;
         }},
        {"kill", [around] { return kill(around.other, 0) == 0; }},
        {"read-memory", [around] { return reachesMemory(around, SYS_process_vm_readv); }},
        {"write-memory", [around] { return reachesMemory(around, SYS_process_vm_writev); }},
        {"io-uring",
         [] {
             char parameters[120]{};
             return closes(syscall(SYS_io_uring_setup, 1, parameters));
         }},
        // A call with no number: ENOSYS outside, for the kernel was asked; refused inside.
        {"unlisted-call", [] { return syscall(numberOfNoCall) < 0 && errno == ENOSYS; }},
        {"executable-memory", runsMemory},
        {"mount",
         [around] {
             return mount("none", around.scratch.c_str(), "tmpfs", MS_RDONLY, nullptr) == 0 &&
                    umount(around.scratch.c_str()) == 0;
         }},
        {"raise-limit", raisesLimit},
        {"signal-parent", [] { return kill(getppid(), 0) == 0; }},
        {"pass-descriptor", [around] { return passesDescriptor(around.socket); }},
        {"keyring", [] { return syscall(SYS_keyctl, 0, -3, 1) >= 0; }},
        {"userfault", [] { return closes(syscall(SYS_userfaultfd, O_CLOEXEC | 1)); }},
        {"chdir", [] { return chdir("/") == 0; }},
        {"open-font", [around] { return readsThroughPoppler(around.font); }},
        {"open-poppler-data", [around] { return readsThroughPoppler(around.popplerData); }},
    };
}

void tryAll(const Surroundings &around)
{
    const auto all = acts(around);
    std::string report;
    const auto attempt = [&all, &report](const char *name) {
        report += std::string(name) + (all.at(name)() ? " yes\n" : " no\n");
    };
    for (const char *name : readableFiles)
        attempt(name);
    for (const char *name : forbiddenActs)
        attempt(name);
    if (write(around.socket, report.data(), report.size()) < 0)
        _exit(1);
}

/// The sandbox keeps two descriptors: the document's, which is the scratch file here, and the socket for the report.
[[noreturn]] void probe(const std::string &mode, Surroundings around, const Sandbox &sandbox,
                        const OpenRequest &request)
{
    const int document = open((around.scratch + "/there").c_str(), O_RDONLY | O_CLOEXEC);
    if (mode != "none") {
        const auto held = sandbox.enter(request, document, around.socket);
        const bool asAsked = held == (request.useLandlock ? SandboxMode::Landlock : SandboxMode::NoFiles);
        const std::string line = asAsked ? "mode yes\n" : "mode no\n";
        if (write(around.socket, line.data(), line.size()) < 0 || !held)
            _exit(1);
    }
    tryAll(around);
    _exit(0);
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 5)
        return 2;
    const std::string mode = arguments[1];
    static char memory = 'm';
    Surroundings around{arguments[2], arguments[3], arguments[4], -1, &memory, -1};

    // All that carveout-reader does before it forks a reader.
    OpenRequest request;
    request.useLandlock = mode != "no-files";
    std::optional<Sandbox> sandbox;
    if (mode != "none") {
        warmUp();
        sandbox.emplace(mode == "ocr" ? NeededFiles{} : neededFiles());
        sandbox->prepareFor(request);
    }

    around.other = fork();
    if (around.other == 0) {
        for (;;)
            pause();
    }
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return 1;
    around.socket = ends[1];
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        if (sandbox)
            probe(mode, around, *sandbox, request);
        tryAll(around);
        _exit(0);
    }
    close(ends[1]);
    char bytes[4096];
    for (ssize_t got = 0; (got = read(ends[0], bytes, sizeof bytes)) > 0;)
        std::fwrite(bytes, 1, static_cast<std::size_t>(got), stdout);
    int status = 0;
    waitpid(child, &status, 0);
    kill(around.other, SIGKILL);
    waitpid(around.other, nullptr, 0);
    std::fflush(stdout);
    _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 1); // fontconfig's memory is not given back
}
