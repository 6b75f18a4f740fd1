// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace model {

/// Gives the time in milliseconds since 1970 in UTC. A value, so that tests can hand in one that stands still.
using Clock = std::function<qint64()>;

Clock systemClock();

} // namespace model
