// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

/// Names, as they are, and bytes.
using ArchiveFiles = std::vector<std::pair<QByteArray, QByteArray>>;

enum class ArchiveFormat { Zip, Tar, TarGz, TarXz };

QByteArray archiveBytes(ArchiveFormat format, const ArchiveFiles &files);
