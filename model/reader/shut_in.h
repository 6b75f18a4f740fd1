// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/protocol.h"

namespace model::reader {

class Sandbox;

/// In a freshly forked reader: gives up its rights and says Hello to the host. False, with the reason sent, when some
/// right could not be taken away, or when the host is gone: then the reader must not read. From here on, a reader that
/// gets no memory exits with exitedOutOfMemory.
bool shutIn(int document, int session, const OpenRequest &request, const Sandbox &sandbox);

} // namespace model::reader
