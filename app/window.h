// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Opens the window, on the case at `casePath` unless that is empty, and runs until it is closed. Returns the exit
/// status.
int runWindow(int &argumentCount, char **arguments, const QString &casePath);
