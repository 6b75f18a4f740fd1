// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/descriptor.h"

#include <string>
#include <vector>

namespace model::reader {

/// Rules that let a process read what lies below `readable` (files or folders; those not there are left out) and
/// nothing else. Closed where the kernel has no Landlock.
Descriptor landlockRules(const std::vector<std::string> &readable);
/// Binds this process to the rules for good.
bool obeyLandlock(const Descriptor &rules);

} // namespace model::reader
