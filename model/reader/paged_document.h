// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/document.h"
#include "model/domain/page_content.h"
#include "model/reader/reader_types.h"

#include <QImage>

namespace model::reader {

/// What a page's text is read for. On the screen the page's own fonts are looked at; for the import of a long document,
/// where that would take a third of the time, those of its first pages have to do.
enum class PageFor { Import, Screen };

/// A document that has pages, whatever kind of file it is. Only for the inside of a reader process.
class PagedDocument {
public:
    PagedDocument() = default;
    virtual ~PagedDocument() = default;
    PagedDocument(const PagedDocument &) = delete;
    PagedDocument &operator=(const PagedDocument &) = delete;

    virtual DocumentFacts facts() const = 0;
    /// Text and boxes of a page, counted from 0; the same for both purposes, but for what is said of its fonts.
    virtual Result<PageLayout> page(int pageIndex, PageFor forWhom) const = 0;
    /// As large as the request's part, in QImage::Format_RGB32.
    virtual Result<QImage> render(const RenderRequest &request) const = 0;
    /// The page as OCR wants it. Of kinds whose text is never in need of it: an Error.
    virtual Result<PageScan> scan(int pageIndex) const
    {
        Q_UNUSED(pageIndex)
        return Error{ErrorKind::Bug, QStringLiteral("This document has nothing that OCR could read."), {}};
    }
};

} // namespace model::reader
