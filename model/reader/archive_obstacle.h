// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/error.h"

#include <optional>

namespace model::reader {

class DocumentDevice;

/// Why an archive cannot be unpacked whatever password is given, where its first and last bytes say so and libarchive
/// would only find it damaged: it is one volume of several, or its list of files is encrypted in a way that nothing
/// here decrypts. Nothing for all else, which need not be an archive.
std::optional<Error> obstacleIn(DocumentDevice &device);

/// Whether it begins as 7z and rar archives do: what libarchive makes nothing of is a damaged one.
bool saysToBeAnArchive(DocumentDevice &device);

Error oneOfSeveralVolumes();
/// The reason for an archive of a kind whose encryption is not read.
Error sealedForGood();

} // namespace model::reader
