// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <functional>
#include <stop_token>

namespace model::session {

struct BackupOptions {
    std::function<void(qint64 done, qint64 total)> progress = {}; ///< bytes, written and then read again
    std::stop_token stop = {};
};

struct BackupReport {
    Sha256 head;               ///< of the journal in it
    qint64 documents = 0;      ///< originals in it
    QStringList problems = {}; ///< originals that are missing or changed, as sentences: the backup has them as they are
};

/// Packs the database, as it is at this moment, the originals and what was made of them into the tar `path`, reads it
/// again and compares, and only then puts it under its name; a file there is replaced. On any Error nothing is left
/// behind.
Result<BackupReport> backup(const CaseFile &file, const QString &path, const BackupOptions &options = {});

/// Unpacks a backup into the new folder `path` (which must not exist, or be empty), verifies it whole, and only then
/// puts it under its name. Damaged, with what verify() found, where it does not hold; then nothing is left behind.
Result<void> restore(const QString &tar, const QString &path, const BackupOptions &options = {});

} // namespace model::session
