// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/archive_builder.h"

enum class RarFormat { Rar4, Rar5 };

/// What else the archive says of itself.
enum class RarTrait { Plain, Volume, Sealed };

/// A rar whose files are stored as they are: there is no library that writes one.
QByteArray rarBytes(RarFormat format, const ArchiveFiles &files, RarTrait trait = RarTrait::Plain);
