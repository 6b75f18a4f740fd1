// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/convert/conversion_wire.h"

#include <string>

namespace model::convert {

/// What a confined process is left with.
struct Confined {
    bool isShutIn = false; ///< false: some right could not be taken away, errno says why; no program may be started
    bool hasLandlock = false;
    bool hasNamespaces = false;
    std::string workFolder; ///< where it sees its work folder
};

/// In a freshly forked process with one thread, which is to become the office program: takes away what a document that
/// took that over could do harm with. That is a big program, which needs threads, files of its own and small programs
/// to start, so it keeps more rights than a reader: it may run what is installed, and write below its work folder. No
/// network, no way to reach another program, no other files where the kernel has Landlock, none to write where it has
/// namespaces, no end without its parent. Where the kernel has neither, it is not shut in. `program` is the file it is
/// to become.
Confined confine(const ConversionRequest &request, const std::string &workFolder, const std::string &program);

} // namespace model::convert
