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

quint64 rightsFor(LandlockPlace::Use use)
{
    constexpr quint64 reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    constexpr quint64 renamingAcross = 0x2000; // from version 2
    constexpr quint64 truncating = 0x4000;     // from version 3
    switch (use) {
    case LandlockPlace::Use::Read:
        return reading;
    case LandlockPlace::Use::Run:
        return reading | LANDLOCK_ACCESS_FS_EXECUTE;
    case LandlockPlace::Use::Write:
        return reading | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR |
               LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REMOVE_FILE |
               LANDLOCK_ACCESS_FS_REMOVE_DIR | renamingAcross | truncating;
    case LandlockPlace::Use::MakeSockets:
        return LANDLOCK_ACCESS_FS_MAKE_SOCK;
    }
    return 0;
}

/// `known`: the rights that this kernel's version has.
bool addRule(int rules, const LandlockPlace &asked, quint64 known)
{
    constexpr quint64 ofFiles =
        LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE | 0x4000;
    const Descriptor place(open(asked.path.c_str(), O_PATH | O_CLOEXEC));
    struct stat status {};
    if (!place.isOpen() || fstat(place.get(), &status) != 0)
        return true;
    landlock_path_beneath_attr rule{};
    rule.parent_fd = place.get();
    rule.allowed_access = rightsFor(asked.use) & known & (S_ISDIR(status.st_mode) ? ~quint64(0) : ofFiles);
    return rule.allowed_access == 0 || syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

} // namespace

Descriptor landlockRules(const std::vector<std::string> &readable)
{
    std::vector<LandlockPlace> places;
    for (const std::string &path : readable)
        places.push_back({path, LandlockPlace::Use::Read});
    return landlockRulesFor(places);
}

Descriptor landlockRulesFor(const std::vector<LandlockPlace> &places)
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
    if (!rules.isOpen() || !std::all_of(places.begin(), places.end(), [&](const LandlockPlace &place) {
            return addRule(rules.get(), place, ruleset.files);
        }))
        return {};
    return rules;
}

bool obeyLandlock(const Descriptor &rules)
{
    return syscall(SYS_landlock_restrict_self, rules.get(), 0) == 0;
}

} // namespace model::reader
