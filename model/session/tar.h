// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"

#include <functional>
#include <memory>
#include <optional>

class QFile;

struct archive;

namespace model::session {

/// Writes our own backup: plain files in a tar (pax).
class TarWriter final {
public:
    static Result<std::unique_ptr<TarWriter>> create(const QString &path);
    ~TarWriter();
    TarWriter(const TarWriter &) = delete;
    TarWriter &operator=(const TarWriter &) = delete;

    /// Adds all of `file`, which is open for reading, under `name`. Gives the hash of the bytes that went in.
    Result<Sha256> add(const QString &name, QFile &file);
    Result<void> finish();

private:
    explicit TarWriter(archive *handle)
        : m_archive(handle)
    {
    }
    archive *m_archive;
};

/// Reads a tar that TarWriter wrote, and takes nothing else: an entry that is not a plain file is Damaged.
class TarReader final {
public:
    static Result<std::unique_ptr<TarReader>> open(const QString &path);
    ~TarReader();
    TarReader(const TarReader &) = delete;
    TarReader &operator=(const TarReader &) = delete;

    /// The name of the next file; nothing after the last.
    Result<std::optional<QString>> next();
    /// Hands the bytes of the file to `take` in pieces, and gives their hash.
    Result<Sha256> read(const std::function<Result<void>(const char *, qint64)> &take);

private:
    explicit TarReader(archive *handle)
        : m_archive(handle)
    {
    }
    archive *m_archive;
};

} // namespace model::session
