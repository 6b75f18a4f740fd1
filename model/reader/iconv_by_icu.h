// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model::reader {

/// That a program calls this puts our iconv into it, which takes the place of the C library's in every library: that
/// one loads code for each encoding, which a reader must not. Nothing else is to be done.
void convertByIcu();

} // namespace model::reader
