// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/reader/reader_types.h"

#include <QByteArray>

#include <optional>

namespace model::reader {

/// A file that has others in it, which it gives one after another. Only for the inside of a reader process.
class EntrySource {
public:
    EntrySource() = default;
    virtual ~EntrySource() = default;
    EntrySource(const EntrySource &) = delete;
    EntrySource &operator=(const EntrySource &) = delete;

    /// The next file in it; nothing after the last. Unsafe for an entry that climbs out of what it lies in: the next
    /// call goes on behind it.
    virtual Result<std::optional<ArchiveEntry>> next() = 0;
    /// The next bytes of that file, at most maximumEntryBytes; empty at its end.
    virtual Result<QByteArray> bytes() = 0;
};

} // namespace model::reader
