// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/protocol.h"

#include <functional>

namespace model::reader {

class Sandbox;

enum class Begun {
    Restricted,
    WithoutHost, ///< nobody is at the other end of the control socket
    Unrestricted ///< the kernel would not have it: the program must end
};

/// The first thing a program does that forks readers: takes from itself what neither it nor they need.
Begun beginProgram();

/// What a freshly forked reader does; the return value is its exit status. It has all of carveout-reader's rights and
/// open descriptors still, and `sandbox` to give them up by.
using ReaderBody = std::function<int(int document, int session, const OpenRequest &request, const Sandbox &sandbox)>;

/// Forks a reader for each document that comes over `control`, ends it when its lifeline ends or, in builds with a
/// sanitizer, when it takes too much memory, and tells how it ended. Returns when `control` ends, with no reader left.
void serveReaders(int control, Sandbox &sandbox, const ReaderBody &body);

} // namespace model::reader
