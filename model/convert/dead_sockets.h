// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace model::convert {

/// Where LibreOffice cannot be given a /tmp of its own, it makes the socket by which it finds a second one of itself in
/// the real one, where it may not delete it again: deletes those of this user, made since then, that nobody listens on.
void removeDeadSockets(std::time_t since);

} // namespace model::convert
