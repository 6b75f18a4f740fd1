// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace model {

/// Gives the time in milliseconds since 1970 in UTC. A value, so that tests can hand in one that stands still.
using Clock = std::function<qint64()>;

Clock systemClock();

/// ISO 8601 in UTC, to the second; empty for 0.
QString timeText(qint64 msSince1970);

} // namespace model
