// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_folder.h"

#include <QDir>

std::optional<QString> sharedFolder()
{
    const QString named = qEnvironmentVariable("CARVEOUT_SHARED");
    const QString path = named.isEmpty() ? QStringLiteral(CARVEOUT_SOURCE_DIR "/../shared") : named;
    if (!QDir(path).exists())
        return std::nullopt;
    return QDir(path).canonicalPath();
}
