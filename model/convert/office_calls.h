// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model::convert {

/// From here on, for good and for every program started, the kernel refuses this process what an office program has no
/// use for and one that was taken over would have: sockets but those of its own, other processes, another place in the
/// process tree, namespaces, and what changes the machine. A list of what is refused and not, as for a reader, of what
/// is allowed: the calls of an office program are hundreds, and others with each version. False when the kernel would
/// not have it.
bool restrictOffice();

} // namespace model::convert
