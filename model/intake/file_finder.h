// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/descriptor.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <string>
#include <sys/stat.h>
#include <vector>

namespace model::intake {

using reader::Descriptor;

/// A file to take in, open for reading.
struct FoundFile {
    Descriptor descriptor;
    QString origin; ///< where it was found: the name of what the reporter chose, and the way down from there
    qint64 size = 0;
};

/// A file or folder that could not be taken in.
struct SkippedFile {
    QString origin;
    QString sentence;
    bool wasWithdrawn = false; ///< earlier, which is why
};

/// Walks what the reporter chose: files, and folders with all that is in them, in order of their names' bytes. Hidden
/// files, symbolic links and whatever is not a regular file are passed over, in folders; no link is ever followed
/// there, not even one that is put in place while we walk. The case's own folder is passed over too. One thread at a
/// time.
class FileFinder final {
public:
    /// `leaveOut`: a folder that is not entered, wherever it turns up.
    FileFinder(const QStringList &paths, const QString &leaveOut);

    std::optional<FoundFile> next();
    /// What could not be opened so far, and why; taken out of the finder.
    std::vector<SkippedFile> takeSkipped() { return std::exchange(m_skipped, {}); }

    struct Count {
        qint64 files = 0;
        qint64 bytes = 0;
    };
    /// How much there is to come, without opening a file; what was counted so far when stopped.
    Count countAll(std::stop_token stop);

private:
    struct Folder {
        Descriptor descriptor;
        QString origin;
        std::vector<std::string> names; ///< last one first
    };
    struct Entry {
        int folder = 0; ///< descriptor that `name` is relative to
        QByteArray name;
        QString origin;
        struct stat facts = {};
        bool chosen = false; ///< named by the reporter, so a link may be followed
    };

    std::optional<Entry> nextEntry();
    void enter(const Entry &entry);
    void skip(const QString &origin, const QString &sentence);

    struct Chosen {
        QByteArray path; ///< absolute, as the system spells it
        QString origin;
    };
    std::vector<Chosen> m_chosen; ///< last one first
    std::vector<Folder> m_way;    ///< the folders down to where we are
    std::vector<SkippedFile> m_skipped;
    std::optional<struct stat> m_leaveOut;
};

/// The last part of a path or of an archive's entry.
QString fileNameOf(const QString &origin);

} // namespace model::intake
