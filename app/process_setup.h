// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

namespace app {

/// What the program does before anything else, while it has one thread: gives up the network, leaves no core dumps
/// (they would hold documents), and sees to it that a full disk or a closed pipe is an error and not its end.
model::Result<void> setUpProcess();

} // namespace app
