// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model::convert {

/// The whole of carveout-convert, whose arguments are the office program and a work folder to be made: does what it is
/// asked on its control socket, once, and leaves nothing behind, neither the folder nor a process, also when Carveout
/// itself is killed meanwhile. Gives the exit status.
int runConvertProgram(int argumentCount, char **arguments);

} // namespace model::convert
