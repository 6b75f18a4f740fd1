// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/confinement.h"

#include "model/convert/office_calls.h"
#include "model/convert/work_folder.h"
#include "model/reader/landlock.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <initializer_list>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace model::convert {
namespace {

using reader::Descriptor;
using reader::LandlockPlace;

constexpr const char *seenWorkFolder = "/mnt";

bool writeTo(const char *path, const std::string &text)
{
    const Descriptor file(open(path, O_WRONLY | O_CLOEXEC));
    return file.isOpen() && write(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

bool isBelow(std::string_view path, std::string_view folder)
{
    return path.substr(0, folder.size()) == folder && path.substr(folder.size(), 1) == "/";
}

/// Nothing that is seen can be written, but for these places.
bool makeReadOnly(std::initializer_list<const char *> butFor)
{
    mount_attr readOnly{};
    readOnly.attr_set = MOUNT_ATTR_RDONLY;
    mount_attr writable{};
    writable.attr_clr = MOUNT_ATTR_RDONLY;
    return mount_setattr(AT_FDCWD, "/", AT_RECURSIVE, &readOnly, sizeof readOnly) == 0 &&
           std::all_of(butFor.begin(), butFor.end(), [&writable](const char *place) {
               return mount_setattr(AT_FDCWD, place, 0, &writable, sizeof writable) == 0;
           });
}

/// A network without any way out, and a view of the files in which the homes are empty, nothing can be written, and the
/// work folder stands in for /tmp, where the office program puts a socket. False, with nothing changed that matters,
/// where the kernel has no such thing for an ordinary user.
bool enterNamespaces(const std::string &workFolder, const std::string &program)
{
    const unsigned user = geteuid();
    const unsigned group = getegid();
    // The files below /proc that say who is who are the user's only while this is so.
    if (prctl(PR_SET_DUMPABLE, 1) != 0 || unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC) != 0)
        return false;
    // As somebody who is not root, so that starting the program drops the rights that come with the namespaces.
    const std::string inside = "1000 ";
    if (!writeTo("/proc/self/setgroups", "deny") ||
        !writeTo("/proc/self/uid_map", inside + std::to_string(user) + " 1") ||
        !writeTo("/proc/self/gid_map", inside + std::to_string(group) + " 1"))
        return false;
    if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount(workFolder.c_str(), seenWorkFolder, nullptr, MS_BIND, nullptr) != 0)
        return false;
    const std::string temporary = std::string(seenWorkFolder) + '/' + WorkFolder::temporary;
    const bool ownsTemporary = !isBelow(program, "/tmp");
    if (ownsTemporary && mount(temporary.c_str(), "/tmp", nullptr, MS_BIND, nullptr) != 0)
        return false;
    for (const char *folder : {"/home", "/root", "/media", "/run"}) {
        if (!isBelow(program, folder))
            mount("none", folder, "tmpfs", MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr);
    }
    return ownsTemporary ? makeReadOnly({seenWorkFolder, "/tmp"}) : makeReadOnly({seenWorkFolder});
}

Descriptor rulesFor(const std::string &workFolder, const std::string &program, bool ownsTemporary)
{
    using Use = LandlockPlace::Use;
    std::vector<LandlockPlace> places;
    for (const char *path : {"/usr", "/lib", "/lib64", "/bin"})
        places.push_back({path, Use::Run});
    places.push_back({program.substr(0, program.rfind('/')), Use::Run});
    for (const char *path : {"/etc/fonts", "/etc/libreoffice", "/etc/ld.so.cache", "/etc/ld.so.preload",
                             "/etc/localtime", "/etc/papersize", "/etc/nsswitch.conf", "/etc/alternatives",
                             "/var/cache/fontconfig", "/var/lib/libreoffice", "/var/spool/libreoffice", "/dev/urandom"})
        places.push_back({path, Use::Read});
    // Where it is installed elsewhere, what it needs lies beside the folder of its programs.
    const std::string installed = program.substr(0, program.rfind('/', program.rfind('/') - 1));
    if (isBelow(program, "/opt"))
        places.push_back({installed, Use::Run});
    places.push_back({"/dev/null", Use::Write});
    places.push_back({workFolder, Use::Write});
    places.push_back({"/tmp", ownsTemporary ? Use::Write : Use::MakeSockets});
    return reader::landlockRulesFor(places);
}

bool limit(__rlimit_resource resource, qint64 value)
{
    const auto most = static_cast<rlim_t>(value);
    const rlimit limits{most, most};
    return setrlimit(resource, &limits) == 0;
}

bool limitResources(const ConversionLimits &limits, bool hasNamespaces)
{
    constexpr qint64 descriptors = 1024;
    // With 0 the kernel still hands a core to a program that waits for such; but where it is 0 already, it stays so.
    const bool core = limit(RLIMIT_CORE, 1) || limit(RLIMIT_CORE, 0);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    const bool memory = true; // the shadow memory of a sanitizer, which a stand-in may have, needs it without end
#else
    const bool memory = limit(RLIMIT_AS, limits.memoryBytes);
#endif
    // Elsewhere the kernel counts all that runs for this user.
    const bool processes = !hasNamespaces || limit(RLIMIT_NPROC, limits.processes);
    return memory && processes && limit(RLIMIT_CPU, limits.cpuSeconds) && limit(RLIMIT_FSIZE, limits.outputBytes) &&
           core && limit(RLIMIT_NOFILE, descriptors) && limit(RLIMIT_MEMLOCK, 0) && limit(RLIMIT_MSGQUEUE, 0);
}

} // namespace

Confined confine(const ConversionRequest &request, const std::string &workFolder, const std::string &program)
{
    Confined confined;
    confined.hasNamespaces = request.useNamespaces && enterNamespaces(workFolder, program);
    confined.workFolder = confined.hasNamespaces ? seenWorkFolder : workFolder;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !limitResources(request.limits, confined.hasNamespaces))
        return confined;
    if (request.useLandlock) {
        const Descriptor rules =
            rulesFor(confined.workFolder, program, confined.hasNamespaces && !isBelow(program, "/tmp"));
        confined.hasLandlock = rules.isOpen();
        if (rules.isOpen() && !reader::obeyLandlock(rules))
            return confined;
    }
    // The filter of system calls alone would leave it every file of the account, to write too.
    errno = ENOSYS;
    confined.isShutIn = (confined.hasLandlock || confined.hasNamespaces) && restrictOffice();
    return confined;
}

} // namespace model::convert
