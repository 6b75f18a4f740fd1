// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/held_files.h"

#include "model/reader/descriptor.h"

#include <filesystem>
#include <system_error>
#include <unordered_map>

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace model::reader {
namespace {

constexpr qint64 maximumHeld = qint64(1) << 30;

struct Held {
    std::unordered_map<std::string, HeldFile> files;
    HeldFile defaultFont;
    qint64 bytes = 0;
    bool only = false;
};

Held &held()
{
    static Held instance;
    return instance;
}

HeldFile hold(const std::string &path)
{
    Held &all = held();
    if (const auto known = all.files.find(path); known != all.files.end())
        return known->second;
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (!file.isOpen() || fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0 ||
        status.st_size > maximumHeld - all.bytes)
        return {};
    const auto size = static_cast<std::size_t>(status.st_size);
    void *const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (bytes == MAP_FAILED)
        return {};
    all.bytes += status.st_size;
    return all.files.emplace(path, HeldFile{bytes, size}).first->second;
}

void holdFonts()
{
    const FcFontSet *fonts = FcConfigGetFonts(nullptr, FcSetSystem);
    for (int i = 0; fonts && i < fonts->nfont; ++i) {
        FcChar8 *path = nullptr;
        if (FcPatternGetString(fonts->fonts[i], FC_FILE, 0, &path) == FcResultMatch)
            hold(reinterpret_cast<const char *>(path));
    }
}

void holdDefaultFont()
{
    FcPattern *const asked = FcNameParse(reinterpret_cast<const FcChar8 *>("sans-serif"));
    FcConfigSubstitute(nullptr, asked, FcMatchPattern);
    FcDefaultSubstitute(asked);
    FcResult result = FcResultNoMatch;
    FcPattern *const found = FcFontMatch(nullptr, asked, &result);
    FcChar8 *path = nullptr;
    if (found && FcPatternGetString(found, FC_FILE, 0, &path) == FcResultMatch)
        held().defaultFont = hold(reinterpret_cast<const char *>(path));
    if (found)
        FcPatternDestroy(found);
    FcPatternDestroy(asked);
}

void holdFolder(const std::filesystem::path &folder)
{
    std::error_code fault;
    std::filesystem::recursive_directory_iterator entry(folder, fault);
    for (; !fault && entry != std::filesystem::recursive_directory_iterator(); entry.increment(fault))
        hold(entry->path().string());
}

} // namespace

qint64 holdFiles()
{
    if (held().files.empty()) {
        holdDefaultFont();
        holdFolder("/usr/share/poppler");
        holdFonts();
    }
    return held().bytes;
}

void setHeldFilesOnly()
{
    held().only = true;
}

bool canBeOpened(const std::string &path)
{
    return !held().only || heldFile(path).bytes;
}

HeldFile heldFile(const std::string &path)
{
    if (!held().only)
        return {};
    const auto known = held().files.find(path);
    return known == held().files.end() ? HeldFile{} : known->second;
}

HeldFile heldDefaultFont()
{
    return held().only ? held().defaultFont : HeldFile{};
}

} // namespace model::reader
