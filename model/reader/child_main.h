// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model::reader {

/// The whole of carveout-reader: warms up, then forks a sandboxed reader for each document the host hands over.
/// Returns the exit status.
int childMain(int argumentCount, char **arguments);

} // namespace model::reader
