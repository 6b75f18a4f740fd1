// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/document.h"
#include "model/domain/page_content.h"
#include "model/reader/reader_types.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>

namespace model::reader {

/// One document in one sandboxed process. Every call waits for its answer, at most ReaderLimits::answerMs, so it
/// belongs on a worker thread, one thread at a time. After TimedOut, Crashed, TooLarge or Cancelled the process is gone
/// and every later call fails the same way. Ends the process when it goes.
class DocumentReader final {
public:
    ~DocumentReader();
    DocumentReader(const DocumentReader &) = delete;
    DocumentReader &operator=(const DocumentReader &) = delete;

    /// Comes first. NeedsPassword when the document is encrypted and `password` does not open it (call again with
    /// another one; it is passed on and not kept); Unsupported for a kind we do not read; Damaged when it cannot be
    /// opened.
    Result<DocumentFacts> facts(const QByteArray &password = {});

    // For what is no FileKind::Archive. Pages count from 0. A damaged page is an Error; the next may be whole.
    Result<PageText> pageText(int pageIndex);
    Result<PageLayout> pageLayout(int pageIndex);
    Result<PagePicture> render(const RenderRequest &request);

    /// The page as OCR wants it, as fine as its own pixels are, or 300 dpi.
    Result<PageScan> scan(int pageIndex);

    // For FileKind::Archive, Mail and Pdf: entries in the archive's order; folders, links and devices are left out.
    /// The next entry; nothing after the last.
    Result<std::optional<ArchiveEntry>> nextEntry();
    /// The next bytes of the entry, at most 1 MiB; empty at its end.
    Result<QByteArray> entryBytes();

    // For a process of carveout-ocr, which is given no document.
    Result<RecognisedPage> recognise(const PageScan &scan);

    /// What the library said of the file so far, at most ReaderLimits::complaints lines.
    QStringList complaints() const;
    SandboxMode sandboxMode() const;

    /// Kills the process: a call under way on another thread ends with Cancelled.
    void interrupt();

private:
    friend class ReaderHost;
    class Private;
    explicit DocumentReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace model::reader
