// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/reader/reader_types.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace model::reader {

class DocumentDevice;

/// A zip or tar archive (plain, gzip or xz), by way of libarchive, from its first entry to its last. Only for the
/// inside of a reader process.
class ArchiveDocument final {
public:
    /// `device` must outlive the archive. Unsupported when it is no archive we read; NeedsPassword; Damaged.
    static Result<std::unique_ptr<ArchiveDocument>> open(DocumentDevice &device, const QByteArray &password,
                                                         const ReaderLimits &limits);
    ~ArchiveDocument();
    ArchiveDocument(const ArchiveDocument &) = delete;
    ArchiveDocument &operator=(const ArchiveDocument &) = delete;

    /// The next file in it; nothing after the last. Unsafe for an entry that climbs out of the archive: the next call
    /// goes on behind it.
    Result<std::optional<ArchiveEntry>> next();
    /// The next bytes of that file, at most maximumEntryBytes; empty at its end.
    Result<QByteArray> bytes();

private:
    class Private;
    explicit ArchiveDocument(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace model::reader
