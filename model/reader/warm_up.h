// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model::reader {

/// Reads and draws a page of our own making that uses the fourteen standard fonts, so that Poppler, fontconfig and the
/// fonts' names are ready in every reader forked from here on. Stays single-threaded.
void warmUp();

} // namespace model::reader
