// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QString>

#include <functional>

class QIODevice;

namespace model {

/// Writes what `fill` gives to `path`, by way of a temporary file in the same folder that is renamed at the end: a
/// failed export leaves the old file as it was, and never half a file. `fill` says whether all could be written.
Result<void> writeWhole(const QString &path, const std::function<bool(QIODevice &)> &fill);

} // namespace model
