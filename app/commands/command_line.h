// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <QStringList>

namespace app {

/// Whether the first word after the program's name asks for the command line (a subcommand, --help or --version), not
/// for the window.
bool isCommandLine(const QStringList &arguments);

/// Runs it; needs a QCoreApplication. `arguments` with the program's name first.
ExitStatus runCommandLine(const QStringList &arguments);

} // namespace app
