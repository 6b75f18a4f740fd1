// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>

namespace model::reader {

/// Where the kernel has no Landlock, a reader can open no file at all. carveout-reader then maps the font files that
/// fontconfig knows and poppler-data into its memory before it forks readers, and a reader gets them by their path from
/// there: carveout-reader's own fopen and FT_New_Face stand in for those that Poppler would call
/// (held_files_opened.cpp). A font past the limit is replaced by the default one, and the pages that use it are marked.

/// Once, before the first reader that needs it. Gives the bytes mapped, which a reader's address space must have room
/// for.
qint64 holdFiles();
/// From here on this process reads held files only.
void openHeldFilesOnly();

/// Whether a reader of this process can read the file at `path`.
bool canBeOpened(const std::string &path);

struct HeldFile {
    const void *bytes = nullptr;
    std::size_t size = 0;
};
/// The held file at `path`; empty when files are opened as usual, or this one is not held.
HeldFile heldFile(const std::string &path);
/// The default font, while only held files can be opened.
HeldFile heldDefaultFont();
/// The part of openHeldFilesOnly that is not in the stand-ins' file, which it keeps the linker from leaving out.
void setHeldFilesOnly();

} // namespace model::reader
