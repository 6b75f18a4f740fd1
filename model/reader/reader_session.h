// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/protocol.h"

namespace model::reader {

class Sandbox;

/// A reader's whole life: gives up its rights, then answers the host's requests on one document until the session ends.
/// Returns its exit status.
int runReader(int document, int session, const OpenRequest &request, const Sandbox &sandbox);

} // namespace model::reader
