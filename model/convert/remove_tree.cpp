// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/remove_tree.h"

#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace model::convert {
namespace {

struct CloseFolder {
    void operator()(DIR *folder) const { closedir(folder); }
};

bool removeFrom(int parent, const char *name, int depth)
{
    constexpr int deepest = 256; // each level holds a descriptor
    if (unlinkat(parent, name, 0) == 0 || errno == ENOENT)
        return true;
    struct stat facts {};
    if (fstatat(parent, name, &facts, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISDIR(facts.st_mode) || depth > deepest)
        return false;
    if (fchmodat(parent, name, 0700, 0) != 0)
        return false;
    const int descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    const std::unique_ptr<DIR, CloseFolder> folder(descriptor < 0 ? nullptr : fdopendir(descriptor));
    if (!folder) {
        if (descriptor >= 0)
            close(descriptor);
        return false;
    }
    bool whole = true;
    for (const dirent *entry = readdir(folder.get()); entry; entry = readdir(folder.get())) {
        if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
            whole = removeFrom(descriptor, entry->d_name, depth + 1) && whole;
    }
    return unlinkat(parent, name, AT_REMOVEDIR) == 0 && whole;
}

} // namespace

bool removeTree(const std::string &path)
{
    return removeFrom(AT_FDCWD, path.c_str(), 0);
}

} // namespace model::convert
