// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/landlock.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace model::reader {
namespace {

// The C library has no wrappers, and Debian 12's headers know the first version of the rules only.
struct Ruleset {
    quint64 files = 0;
    quint64 network = 0; // from version 4
    quint64 scopes = 0;  // from version 6
};

constexpr std::array<quint64, 5> fileRightsByVersion{0x1fff, 0x3fff, 0x7fff, 0x7fff, 0xffff};
constexpr quint64 bindAndConnect = 0x3;
constexpr quint64 abstractSocketsAndSignals = 0x3;

bool addRule(int rules, const std::string &path)
{
    const Descriptor place(open(path.c_str(), O_PATH | O_CLOEXEC));
    struct stat status {};
    if (!place.isOpen() || fstat(place.get(), &status) != 0)
        return true;
    landlock_path_beneath_attr rule{};
    rule.parent_fd = place.get();
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
    if (S_ISDIR(status.st_mode))
        rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
    return syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

} // namespace

Descriptor landlockRules(const std::vector<std::string> &readable)
{
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return {};
    Ruleset ruleset;
    ruleset.files =
        fileRightsByVersion[std::min<std::size_t>(static_cast<std::size_t>(version), fileRightsByVersion.size()) - 1];
    std::size_t size = sizeof ruleset.files;
    if (version >= 4) {
        ruleset.network = bindAndConnect;
        size += sizeof ruleset.network;
    }
    if (version >= 6) {
        ruleset.scopes = abstractSocketsAndSignals;
        size += sizeof ruleset.scopes;
    }
    Descriptor rules(static_cast<int>(syscall(SYS_landlock_create_ruleset, &ruleset, size, 0)));
    if (!rules.isOpen() || !std::all_of(readable.begin(), readable.end(),
                                        [&rules](const std::string &path) { return addRule(rules.get(), path); }))
        return {};
    return rules;
}

bool obeyLandlock(const Descriptor &rules)
{
    return syscall(SYS_landlock_restrict_self, rules.get(), 0) == 0;
}

} // namespace model::reader
