// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

/// Names, as they are, and bytes.
using ArchiveFiles = std::vector<std::pair<QByteArray, QByteArray>>;

enum class ArchiveFormat { Zip, SevenZip, Tar, TarGz, TarBz2, TarXz, TarZst };

QByteArray archiveBytes(ArchiveFormat format, const ArchiveFiles &files);

/// A zip that opens with the password only.
QByteArray encryptedZip(const ArchiveFiles &files, const QByteArray &password);
