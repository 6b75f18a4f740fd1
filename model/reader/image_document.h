// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/image_file.h"
#include "model/reader/paged_document.h"

#include <memory>

namespace model::reader {

/// An image, or several in one file, as pages without text.
class ImageDocument final : public PagedDocument {
public:
    /// Errors as ImageFile::open.
    static Result<std::unique_ptr<ImageDocument>> open(DocumentDevice &device);

    explicit ImageDocument(ImageFile file)
        : m_file(std::move(file))
    {
    }

    DocumentFacts facts() const override;
    Result<PageLayout> page(int pageIndex, PageFor forWhom) const override;
    Result<QImage> render(const RenderRequest &request) const override;
    Result<PageScan> scan(int pageIndex) const override;

private:
    Result<const ImageFile::Page *> decoded(int pageIndex) const;

    const ImageFile m_file;
    // What was asked for last: a page is drawn in many parts.
    mutable int m_decodedIndex = -1;
    mutable ImageFile::Page m_decoded;
    mutable QImage m_drawn;
    mutable int m_drawnTurns = 0;
};

} // namespace model::reader
