// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/reviewer.h"

#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

namespace model::session {

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/carveout/carveout.ini");
}

QString reviewerOr(const QString &set)
{
    if (const QString name = set.simplified(); !name.isEmpty())
        return name;
    const passwd *user = getpwuid(getuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : qEnvironmentVariable("USER");
}

} // namespace model::session
