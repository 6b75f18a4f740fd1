// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/drawn_page.h"
#include "model/reader/page_composer.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>
#include <optional>
#include <vector>

class PDFDoc;

namespace model::reader {

/// A PDF by way of Poppler's inner classes, which tell what Poppler's interface for Qt does not: in which order a page
/// is drawn, and in which colours. Only for the inside of a reader process.
class DrawnDocument final {
public:
    /// `device` must outlive the document. Nothing when it cannot be opened with this password.
    static std::unique_ptr<DrawnDocument> open(QIODevice &device, const QByteArray &password);
    ~DrawnDocument();
    DrawnDocument(const DrawnDocument &) = delete;
    DrawnDocument &operator=(const DrawnDocument &) = delete;

    struct Page {
        std::vector<PageWord> words; ///< as Poppler::Page::textList() gives them
        DrawnPage drawn;
    };
    /// Nothing for a page that is damaged.
    std::optional<Page> page(int pageIndex) const;

    PDFDoc &document() const { return *m_document; } ///< stays this one's

private:
    explicit DrawnDocument(std::unique_ptr<PDFDoc> document);

    std::unique_ptr<PDFDoc> m_document;
};

} // namespace model::reader
