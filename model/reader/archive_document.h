// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/reader/entry_source.h"
#include "model/reader/reader_types.h"

#include <QByteArray>

#include <memory>

namespace model::reader {

class DocumentDevice;

/// A zip, 7z, rar or tar archive (plain, gzip, bzip2, xz or zstd), by way of libarchive, from its first entry to its
/// last. Only for the inside of a reader process.
class ArchiveDocument final : public EntrySource {
public:
    /// `device` must outlive the archive. Unsupported when it is no archive we read; NeedsPassword; Damaged.
    static Result<std::unique_ptr<ArchiveDocument>> open(DocumentDevice &device, const QByteArray &password,
                                                         const ReaderLimits &limits);
    ~ArchiveDocument() override;

    Result<std::optional<ArchiveEntry>> next() override;
    Result<QByteArray> bytes() override;

private:
    class Private;
    explicit ArchiveDocument(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace model::reader
