// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/clock.h"

#include <QDateTime>

namespace model {

Clock systemClock()
{
    return [] { return QDateTime::currentMSecsSinceEpoch(); };
}

} // namespace model
