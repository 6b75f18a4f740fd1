// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/document.h"
#include "model/domain/page_content.h"
#include "model/reader/reader_types.h"

#include <QByteArray>
#include <QIODevice>
#include <QImage>

#include <memory>

namespace model::reader {

/// What a page's text is read for. On the screen the page's own fonts are looked at; for the import of a long document,
/// where that would take a third of the time, those of its first pages have to do.
enum class PageFor { Import, Screen };

/// A PDF, by way of Poppler. Text and what is hidden of it come from one pass over the page. Only for the inside of a
/// reader process.
class PdfDocument final {
public:
    /// `device` must outlive the document. Damaged, or NeedsPassword.
    static Result<std::unique_ptr<PdfDocument>> open(QIODevice &device, const QByteArray &password);
    ~PdfDocument();
    PdfDocument(const PdfDocument &) = delete;
    PdfDocument &operator=(const PdfDocument &) = delete;

    DocumentFacts facts() const;
    /// Text and boxes of a page from one pass of Poppler over it.
    Result<PageLayout> page(int pageIndex, PageFor forWhom) const;
    /// As large as the request's part, in QImage::Format_RGB32.
    Result<QImage> render(const RenderRequest &request) const;

private:
    class Private;
    explicit PdfDocument(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace model::reader
