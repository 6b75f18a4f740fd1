// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/office_calls.h"

#include <cerrno>
#include <initializer_list>
#include <memory>

#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace model::convert {
namespace {

class Refusals final {
public:
    Refusals()
        : m_context(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release)
        , m_sound(m_context != nullptr)
    {
    }

    void refuse(const char *name, int error, std::initializer_list<scmp_arg_cmp> conditions = {})
    {
        const int number = seccomp_syscall_resolve_name(name);
        if (number == __NR_SCMP_ERROR || !m_sound)
            return; // not a call of this machine's
        m_sound = seccomp_rule_add_array(m_context.get(), SCMP_ACT_ERRNO(static_cast<unsigned>(error)), number,
                                         static_cast<unsigned>(conditions.size()), conditions.begin()) == 0;
    }
    bool load() { return m_sound && seccomp_load(m_context.get()) == 0; }

private:
    std::unique_ptr<void, decltype(&seccomp_release)> m_context;
    bool m_sound;
};

scmp_arg_cmp isNot(unsigned argument, unsigned long value)
{
    return {argument, SCMP_CMP_NE, value, 0};
}

/// Of the low 32 bits, which are all that the kernel looks at.
scmp_arg_cmp has(unsigned argument, unsigned long bits, unsigned long value)
{
    return {argument, SCMP_CMP_MASKED_EQ, bits, value};
}

/// It listens on a socket of its own, to find a second one of itself, and connects to none: a session's bus and the
/// display are reached through such.
void refuseSockets(Refusals &refusals)
{
    refusals.refuse("socket", EAFNOSUPPORT, {isNot(0, AF_UNIX)});
    constexpr unsigned long kinds = 0xf;
    for (unsigned long kind = 0; kind <= kinds; ++kind) {
        if (kind != SOCK_STREAM)
            refusals.refuse("socket", EACCES, {has(1, kinds, kind)});
        if (kind != SOCK_STREAM)
            refusals.refuse("socketpair", EACCES, {has(1, kinds, kind)});
    }
    refusals.refuse("connect", EACCES);
    // io_uring makes sockets that no filter sees.
    for (const char *name : {"io_uring_setup", "io_uring_enter", "io_uring_register"})
        refusals.refuse(name, ENOSYS);
}

/// What Landlock leaves to every program: whose a file is and who may use it, which it is told was done, and in its
/// older versions to cut a file off by its name.
void refuseOtherFiles(Refusals &refusals)
{
    for (const char *name :
         {"chmod", "fchmodat", "fchmodat2", "chown", "lchown", "fchownat", "setxattr", "lsetxattr", "fsetxattr",
          "removexattr", "lremovexattr", "fremovexattr", "utime", "utimes", "futimesat"})
        refusals.refuse(name, 0);
    for (const char *name : {"truncate", "truncate64"})
        refusals.refuse(name, EACCES);
}

void refuseOtherProcesses(Refusals &refusals)
{
    for (const char *name : {"ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp", "kill",
                             "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open", "pidfd_getfd",
                             "pidfd_send_signal", "setsid", "setpgid", "setpriority", "sched_setscheduler"})
        refusals.refuse(name, EPERM);
    refusals.refuse("tgkill", EPERM, {isNot(0, static_cast<unsigned long>(getpid()))});
}

void refuseNamespaces(Refusals &refusals)
{
    for (const char *name :
         {"unshare", "setns", "mount", "umount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen",
          "fsconfig", "fsmount", "fspick", "mount_setattr", "open_by_handle_at", "name_to_handle_at"})
        refusals.refuse(name, EPERM);
    for (const unsigned long flag : {0UL + CLONE_NEWUSER, 0UL + CLONE_NEWPID, 0UL + CLONE_NEWNS, 0UL + CLONE_NEWNET,
                                     0UL + CLONE_NEWIPC, 0UL + CLONE_NEWUTS, 0UL + CLONE_NEWCGROUP})
        refusals.refuse("clone", EPERM, {has(0, flag, flag)});
    // Its flags lie where no filter sees them. The C library falls back to clone.
    refusals.refuse("clone3", ENOSYS);
}

void refuseTheMachine(Refusals &refusals)
{
    for (const char *name : {"bpf",           "perf_event_open",
                             "userfaultfd",   "keyctl",
                             "add_key",       "request_key",
                             "init_module",   "finit_module",
                             "delete_module", "kexec_load",
                             "reboot",        "kexec_file_load",
                             "swapon",        "swapoff",
                             "acct",          "quotactl",
                             "syslog",        "personality",
                             "iopl",          "ioperm",
                             "settimeofday",  "clock_settime",
                             "adjtimex",      "clock_adjtime",
                             "sethostname",   "setdomainname",
                             "fanotify_init", "lookup_dcookie",
                             "mknod",         "mknodat",
                             "vhangup",       "nfsservctl",
                             "memfd_secret",  "landlock_create_ruleset"})
        refusals.refuse(name, EPERM);
    // What is typed into a terminal is not for it to say.
    for (const unsigned long command : {0UL + TIOCSTI, 0UL + TIOCLINUX})
        refusals.refuse("ioctl", EPERM, {has(1, 0xffffffffUL, command)});
}

} // namespace

bool restrictOffice()
{
    Refusals refusals;
    refuseSockets(refusals);
    refuseOtherFiles(refusals);
    refuseOtherProcesses(refusals);
    refuseNamespaces(refusals);
    refuseTheMachine(refusals);
    return refusals.load();
}

} // namespace model::convert
