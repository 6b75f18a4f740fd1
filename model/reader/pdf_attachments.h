// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/entry_source.h"

#include <QSet>
#include <QString>

#include <memory>

class FileSpec;
class PDFDoc;

namespace model::reader {

/// The files that lie inside a PDF: those of the document as a whole first, then those pinned to its pages, each under
/// a name of its own. Nothing is looked for before it is asked for. Only for the inside of a reader process.
class PdfAttachments final : public EntrySource {
public:
    /// The document must outlive this. `size`: of its file, in bytes, which the limits go by.
    PdfAttachments(PDFDoc &document, const ReaderLimits &limits, qint64 size);
    ~PdfAttachments() override;

    Result<std::optional<ArchiveEntry>> next() override;
    Result<QByteArray> bytes() override;

private:
    std::unique_ptr<FileSpec> nextListed();
    std::unique_ptr<FileSpec> nextPinned();

    PDFDoc &m_document;
    const ReaderLimits m_limits;
    const qint64 m_size;
    int m_listed = 0;     ///< how many of the document's were looked at
    int m_page = 1;       ///< as Poppler counts
    int m_annotation = 0; ///< how many of the page's were looked at
    std::unique_ptr<FileSpec> m_current;
    QSet<QString> m_names;
    qint64 m_entries = 0;
    qint64 m_unpacked = 0; ///< bytes, all files together
};

} // namespace model::reader
