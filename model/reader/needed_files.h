// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/sandbox.h"

namespace model::reader {

/// What Poppler reads beside the document: fonts, fontconfig's own files, and poppler-data. To be asked once fontconfig
/// is warm: it knows the folders.
NeededFiles neededFiles();

} // namespace model::reader
