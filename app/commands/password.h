// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QString>

namespace app {

/// The first line of the file, without its line break.
model::Result<QByteArray> passwordFromFile(const QString &path);

/// Asked for on the terminal, without showing what is typed; an Error where there is no terminal.
model::Result<QByteArray> passwordFromTerminal();

} // namespace app
