// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/system_calls.h"

#include <cerrno>
#include <initializer_list>
#include <vector>

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

namespace model::reader {
namespace {

class Filter final {
public:
    Filter()
        : m_context(seccomp_init(SCMP_ACT_ERRNO(EPERM)))
        , m_sound(m_context != nullptr)
    {
    }
    ~Filter()
    {
        if (m_context)
            seccomp_release(m_context);
    }
    Filter(const Filter &) = delete;
    Filter &operator=(const Filter &) = delete;

    void allow(std::initializer_list<const char *> names)
    {
        for (const char *name : names)
            allow(name, {});
    }
    /// Only where all conditions on the arguments hold.
    void allow(const char *name, const std::vector<scmp_arg_cmp> &conditions)
    {
        const int number = seccomp_syscall_resolve_name(name);
        if (number == __NR_SCMP_ERROR)
            return; // not a call of this machine's
        if (m_sound)
            m_sound = seccomp_rule_add_array(m_context, SCMP_ACT_ALLOW, number,
                                             static_cast<unsigned>(conditions.size()), conditions.data()) == 0;
    }
    bool load() { return m_sound && seccomp_load(m_context) == 0; }

private:
    scmp_filter_ctx m_context;
    bool m_sound;
};

scmp_arg_cmp noneOf(unsigned argument, unsigned long bits)
{
    return {argument, SCMP_CMP_MASKED_EQ, bits, 0};
}

scmp_arg_cmp equals(unsigned argument, unsigned long value)
{
    return {argument, SCMP_CMP_EQ, value, 0};
}

/// What any of our processes does, whatever it is for.
void allowMemoryAndReading(Filter &filter)
{
    filter.allow({"read",
                  "pread64",
                  "readv",
                  "preadv",
                  "write",
                  "writev",
                  "lseek",
                  "close",
                  "fstat",
                  "poll",
                  "ppoll",
                  "recvfrom",
                  "sendto",
                  "brk",
                  "munmap",
                  "mremap",
                  "madvise",
                  "futex",
                  "exit",
                  "exit_group",
                  "restart_syscall",
                  "clock_gettime",
                  "clock_getres",
                  "gettimeofday",
                  "time",
                  "getrandom",
                  "getpid",
                  "gettid",
                  "getppid",
                  "getuid",
                  "geteuid",
                  "getgid",
                  "getegid",
                  "rt_sigaction",
                  "rt_sigprocmask",
                  "rt_sigreturn",
                  "sigaltstack",
                  "sched_yield",
                  "sched_getaffinity",
                  "sysinfo",
                  "uname"});
    filter.allow("mmap", {noneOf(2, PROT_EXEC)});
    filter.allow("mprotect", {noneOf(2, PROT_EXEC)});
    for (const int command : {F_GETFD, F_SETFD, F_GETFL})
        filter.allow("fcntl", {equals(1, static_cast<unsigned long>(command))});
    // fstat, as the C library calls it.
    filter.allow("newfstatat", {equals(3, AT_EMPTY_PATH)});
    filter.allow("tgkill", {equals(0, static_cast<unsigned long>(getpid()))});
    filter.allow("prlimit64", {equals(0, 0), equals(2, 0)});
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    // A sanitizer tries by way of a pipe whether memory can be read.
    filter.allow({"readlink", "prctl", "mincore", "set_robust_list", "rt_sigtimedwait", "pipe", "pipe2"});
#endif
}

void allowOpeningForReading(Filter &filter)
{
    constexpr unsigned long writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    filter.allow("openat", {noneOf(2, writing)});
}

} // namespace

bool restrictProgram()
{
    Filter filter;
    allowMemoryAndReading(filter);
    allowOpeningForReading(filter);
    filter.allow({"newfstatat", "stat", "lstat", "statx", "access", "faccessat", "faccessat2", "readlink", "readlinkat",
                  "getdents64", "statfs", "fstatfs", "getcwd", "fadvise64"});
    // Forking readers, ending and burying them, and what a reader gives its rights up by.
    constexpr unsigned long threadsAndNamespaces = CLONE_VM | CLONE_THREAD | CLONE_NEWUSER | CLONE_NEWPID |
                                                   CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS |
                                                   CLONE_NEWCGROUP;
    filter.allow("clone", {noneOf(0, threadsAndNamespaces)});
    filter.allow({"recvmsg", "wait4", "kill", "signalfd4", "dup3", "dup2", "close_range", "prctl", "prlimit64",
                  "setrlimit", "seccomp", "landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self",
                  "set_robust_list", "set_tid_address", "rseq"});
    filter.allow("fcntl", {});
    return filter.load();
}

bool restrictReader(SandboxMode mode)
{
    Filter filter;
    allowMemoryAndReading(filter);
    if (mode == SandboxMode::Landlock)
        allowOpeningForReading(filter);
    return filter.load();
}

} // namespace model::reader
