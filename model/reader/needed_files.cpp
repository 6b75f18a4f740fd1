// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/needed_files.h"

#include "model/reader/held_files.h"

#include <string>
#include <vector>

#include <fontconfig/fontconfig.h>

namespace model::reader {
namespace {

void append(std::vector<std::string> &paths, FcStrList *list)
{
    if (!list)
        return;
    while (const FcChar8 *path = FcStrListNext(list))
        paths.emplace_back(reinterpret_cast<const char *>(path));
    FcStrListDone(list);
}

} // namespace

NeededFiles neededFiles()
{
    NeededFiles files{
        {"/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/poppler"}, holdFiles, openHeldFilesOnly};
    append(files.readable, FcConfigGetFontDirs(nullptr));
    append(files.readable, FcConfigGetConfigFiles(nullptr));
    append(files.readable, FcConfigGetCacheDirs(nullptr));
    return files;
}

} // namespace model::reader
