// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/reader_types.h"

namespace model::reader {

/// Allow-lists of system calls; every other call fails with EPERM from then on, for good. False when the kernel would
/// not have it.

/// For carveout-reader itself, which forks: it may read files, but make none, open no socket and start no program.
bool restrictProgram();
/// For a reader, before it reads the first byte: memory, its session socket, reading what is open, and, in Landlock
/// mode, opening files for reading.
bool restrictReader(SandboxMode mode);

} // namespace model::reader
