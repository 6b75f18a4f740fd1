// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/entry_source.h"
#include "model/reader/paged_document.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>

namespace model::reader {

/// A PDF, by way of Poppler. Text and what is hidden of it come from one pass over the page. Only for the inside of a
/// reader process.
class PdfDocument final : public PagedDocument {
public:
    /// `device` must outlive the document. Damaged, or NeedsPassword.
    static Result<std::unique_ptr<PdfDocument>> open(QIODevice &device, const QByteArray &password);
    ~PdfDocument() override;

    DocumentFacts facts() const override;
    /// Text and boxes of a page from one pass of Poppler over it.
    Result<PageLayout> page(int pageIndex, PageFor forWhom) const override;
    Result<QImage> render(const RenderRequest &request) const override;
    Result<PageScan> scan(int pageIndex) const override;

    /// The files inside it; must go before the document. `size`: of its own file, in bytes.
    std::unique_ptr<EntrySource> attachments(const ReaderLimits &limits, qint64 size) const;

private:
    class Private;
    explicit PdfDocument(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace model::reader
