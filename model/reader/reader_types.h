// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

namespace model::reader {

/// Names the code that composes page text: counts up when that makes something else of a page.
inline QString textVersion()
{
    return QStringLiteral("2");
}

/// What keeps a reader from opening files.
enum class SandboxMode {
    Landlock, ///< only font folders, fontconfig's files and poppler-data, for reading
    NoFiles,  ///< the kernel has no Landlock: nothing can be opened; what is needed was opened before
};

/// Limits of one reader process. What goes over one ends the reader and is an Error on the document.
struct ReaderLimits {
    qint64 memoryBytes = qint64(1) << 30;    ///< address space; resident memory under a sanitizer
    qint64 answerBytes = qint64(256) << 20;  ///< one answer, all its frames
    int answerMs = 60'000;                   ///< from request to answer
    int complaints = 100;                    ///< what the PDF library says of a file, in lines
    qint64 unpackedBytes = qint64(64) << 30; ///< all entries of an archive together
    double unpackedRatio = 200;              ///< unpacked bytes to archive bytes, once past 64 MiB
    qint64 archiveEntries = 1'000'000;
    int startMs = 60'000; ///< until a reader stands ready; the first waits for fonts to be found
};

/// A part of a page to be drawn.
struct RenderRequest {
    int pageIndex = 0;         ///< from 0
    double pixelsPerPoint = 1; ///< 1 is 72 dpi; up to 32
    int turns = 0;             ///< quarter turns clockwise on top of the page's own rotation, 0 to 3
    QRect part;                ///< in pixels of the whole page drawn so; at most maximumSide each way

    static constexpr int maximumSide = 4096;
};

/// A file inside an archive. `path` is only a name to show: it is never used to open or make a file.
struct ArchiveEntry {
    QString path;     ///< parts joined by '/', without "..", control characters or a leading '/'
    qint64 size = -1; ///< bytes, -1 when the archive does not say
};

} // namespace model::reader
