// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"
#include "model/reader/drawn_page.h"

#include <QHash>
#include <QPoint>

#include <vector>

namespace model::reader {

/// A character of the page's text and where it stands.
struct TextPlace {
    qsizetype position = 0;
    UnitRectangle area;
};

UnitRectangle united(const UnitRectangle &one, const UnitRectangle &other);

/// Finds in the text of a page what its glyphs stand for.
class TextPlaces final {
public:
    TextPlaces(const PageLayout &layout, const QSizeF &size);

    /// The characters that stand where the glyph does and are its text, in the order of the text. Each is given once.
    std::vector<TextPlace> take(const DrawnGlyph &glyph);
    UnitRectangle areaOf(const TextRange &range) const;

private:
    QPoint cellOf(const QPointF &point) const;

    const QString &m_text;
    const QSizeF m_size;
    std::vector<TextPlace> m_places; ///< by position
    QHash<QPoint, std::vector<std::size_t>> m_byCell;
    std::vector<bool> m_isTaken;
};

} // namespace model::reader
