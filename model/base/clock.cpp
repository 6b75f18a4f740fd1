// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/clock.h"

#include <QDateTime>

namespace model {

Clock systemClock()
{
    return [] { return QDateTime::currentMSecsSinceEpoch(); };
}

QString timeText(qint64 msSince1970)
{
    return msSince1970 == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(msSince1970, Qt::UTC).toString(Qt::ISODate);
}

} // namespace model
