// SPDX-License-Identifier: GPL-3.0-or-later
// The two calls by which Poppler opens fonts and its data. Standing in the program itself, these come before those of
// the libraries; they pass everything on unless the reader may open nothing.
#include "model/reader/held_files.h"

#include <cerrno>
#include <cstdio>
#include <string>

#include <dlfcn.h>
#include <ft2build.h>
#include FT_FREETYPE_H

void model::reader::openHeldFilesOnly()
{
    setHeldFilesOnly();
}

extern "C" {

__attribute__((visibility("default"))) FILE *fopen(const char *path, const char *mode)
{
    if (const auto held = model::reader::heldFile(path); held.bytes && mode[0] == 'r')
        return fmemopen(const_cast<void *>(held.bytes), held.size, "r");
    using Open = FILE *(*)(const char *, const char *);
    static const auto next = reinterpret_cast<Open>(dlsym(RTLD_NEXT, "fopen"));
    return next(path, mode);
}

__attribute__((visibility("default"))) FT_Error FT_New_Face(FT_Library library, const char *path, FT_Long index,
                                                            FT_Face *face)
{
    const auto asMemory = [library, face](const model::reader::HeldFile &held, FT_Long number) {
        return FT_New_Memory_Face(library, static_cast<const FT_Byte *>(held.bytes), static_cast<FT_Long>(held.size),
                                  number, face);
    };
    if (const auto held = model::reader::heldFile(path); held.bytes)
        return asMemory(held, index);
    if (const auto held = model::reader::heldDefaultFont(); held.bytes)
        return asMemory(held, 0);
    using NewFace = FT_Error (*)(FT_Library, const char *, FT_Long, FT_Face *);
    static const auto next = reinterpret_cast<NewFace>(dlsym(RTLD_NEXT, "FT_New_Face"));
    return next(library, path, index, face);
}
}
