// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

namespace model {

/// From here on the kernel refuses this process, and every process it starts, any socket that could leave the machine:
/// AF_INET, AF_INET6 and the other families that reach further than this computer fail with EAFNOSUPPORT. AF_UNIX
/// stays, for the display. Cannot be taken back. Called first thing in main, while there is one thread only: threads
/// that run already are not covered.
Result<void> refuseNetwork();

} // namespace model
