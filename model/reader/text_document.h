// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/paged_document.h"

#include <memory>

namespace model::reader {

/// Plain text, however it was come by, on pages of one size. Only for the inside of a reader process.
class TextDocument final : public PagedDocument {
public:
    /// Of `facts`, the number of pages is filled in. TooLarge when they are too many.
    static Result<std::unique_ptr<TextDocument>> of(QString text, DocumentFacts facts);
    ~TextDocument() override;

    DocumentFacts facts() const override;
    Result<PageLayout> page(int pageIndex, PageFor forWhom) const override;
    Result<QImage> render(const RenderRequest &request) const override;

private:
    class Private;
    explicit TextDocument(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace model::reader
