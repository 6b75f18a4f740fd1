// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/intake/importer.h"

#include <functional>

namespace model::intake {

/// Runs `act` in one transaction on the thread that writes and waits for it. Cancelled when the step was dropped there.
Result<void> writeStep(const Importer::Options &options, const std::function<Result<void>(store::Database &)> &act);

} // namespace model::intake
