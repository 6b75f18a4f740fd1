// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/hidden_glyphs.h"

#include <QImage>
#include <QPolygonF>

#include <optional>

namespace Poppler {
class Document;
}

namespace model::reader {

/// Looks in the picture of a page for what is drawn where a glyph stands. Draws it no earlier than it is asked.
class PageProof final {
public:
    PageProof(Poppler::Document &document, int pageIndex)
        : m_document(document)
        , m_pageIndex(pageIndex)
    {
    }

    bool isHidden(const DrawnGlyph &glyph, Proof proof);

private:
    QImage drawn(bool smoothText);
    const QImage &smooth();
    const QImage &rough();
    QRect pixelsOf(const QPolygonF &area, const QImage &image) const;

    Poppler::Document &m_document;
    const int m_pageIndex;
    double m_scale = 1; ///< pixels a point
    std::optional<QImage> m_smooth;
    std::optional<QImage> m_rough;
};

} // namespace model::reader
