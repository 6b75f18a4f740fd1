// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/dead_sockets.h"

#include "model/reader/descriptor.h"

#include <cerrno>
#include <cstring>
#include <memory>
#include <string>

#include <dirent.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace model::convert {
namespace {

struct CloseFolder {
    void operator()(DIR *folder) const { closedir(folder); }
};

bool isDead(const std::string &path)
{
    sockaddr_un address{};
    if (path.size() >= sizeof address.sun_path)
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), path.size());
    const reader::Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    return socket.isOpen() &&
           connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 &&
           errno == ECONNREFUSED;
}

} // namespace

void removeDeadSockets(std::time_t since)
{
    const std::unique_ptr<DIR, CloseFolder> folder(opendir("/tmp"));
    for (const dirent *entry = folder ? readdir(folder.get()) : nullptr; entry; entry = readdir(folder.get())) {
        const std::string path = std::string("/tmp/") + entry->d_name;
        struct stat facts {};
        if (std::strncmp(entry->d_name, "OSL_PIPE_", 9) == 0 && lstat(path.c_str(), &facts) == 0 &&
            S_ISSOCK(facts.st_mode) && facts.st_uid == geteuid() && facts.st_mtime >= since && isDead(path))
            unlink(path.c_str());
    }
}

} // namespace model::convert
