// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/descriptor.h"

#include <string>
#include <vector>

namespace model::reader {

/// A file, or a folder with all below it; one that is not there is left out.
struct LandlockPlace {
    enum class Use {
        Read,
        Run,        ///< and read
        Write,      ///< and read, make and delete
        MakeSockets ///< and nothing else
    };
    std::string path;
    Use use = Use::Read;
};

/// Rules that let a process do this at these places, and open no file elsewhere. Closed where the kernel has no
/// Landlock.
Descriptor landlockRulesFor(const std::vector<LandlockPlace> &places);
/// The same for places that may only be read.
Descriptor landlockRules(const std::vector<std::string> &readable);
/// Binds this process to the rules for good.
bool obeyLandlock(const Descriptor &rules);

} // namespace model::reader
