// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_range.h"
#include "model/domain/suggestion.h"
#include "model/session/page_source.h"
#include "ui/page/page_geometry.h"
#include "ui/page/text_cursor.h"

#include <QHash>
#include <QPalette>
#include <QSet>

#include <optional>
#include <vector>

class QPainter;

namespace ui::page {

/// All that is painted over the pictures of the pages, and how large they are.
struct PageScene {
    std::vector<model::PageFrame> frames;
    PageGeometry geometry;
    double zoom = 1;
    double devicePixelRatio = 1;
    double formerZoom = 0; ///< whose pictures stand in until those of `zoom` are here; 0 for none
    std::vector<model::Tag> tags;
    std::optional<model::TagId> selectedTag;
    std::optional<model::TagId> hoveredTag;
    std::vector<model::TagSuggestion> suggestions;
    QSet<model::SuggestionId> strongSuggestions;     ///< the passages that the chosen suggestion rests on
    QHash<int, std::vector<model::TextRange>> hits;  ///< what a search found, by page
    QHash<int, std::vector<model::TextRange>> found; ///< in this document, as it is typed
    std::optional<model::PageRange> foundNow;        ///< the one of them that was gone to
    std::optional<TextSelection> selection;
    std::optional<model::Passage> framed; ///< what the reporter jumped to
    bool showsCaret = false;
    QString retryAdvice; ///< below why a page cannot be shown
    bool showsHidden = false; ///< the words that whoever made the file hid, not only where they are
    model::session::PaperColours colours = model::session::PaperColours::Day;
};

/// The pictures that make up a part of a page (0..1 of it, and what lies beyond is no part) at a zoom.
std::vector<model::session::PageTile> tilesOf(const model::PageFrame &frame, int pageIndex, double zoom,
                                              double devicePixelRatio, const QRectF &part,
                                              model::session::PaperColours colours = model::session::PaperColours::Day);

/// Where a tag or passage shows on a page, one rectangle a line: in content coordinates, or on the page's sheet, where
/// marks are painted, so that they turn with it.
std::vector<QRectF> areasOnPage(const PageGeometry &geometry, const model::PageLayout &layout, int pageIndex,
                                const model::TextRange &range);
std::vector<QRectF> areasOnSheet(const PageGeometry &geometry, const model::PageLayout &layout, int pageIndex,
                                 const model::TextRange &range);

/// Where the bars of the evidence passages of a page stand, `barThickness` wide, on the page's sheet: in front of the
/// lines that a passage is on, and on no word; bars that would cover each other stand beside each other. As many as
/// there are tags and suggestions in the scene; empty for those that are no evidence or not on the page.
struct EvidenceBars {
    std::vector<QRectF> tags;
    std::vector<QRectF> suggestions;
};
inline constexpr double barThickness = 6;
EvidenceBars evidenceBars(const PageScene &scene, const model::PageLayout &layout, int pageIndex);

/// Paints what is on one page within the painter's clip; the painter is in content coordinates. `finerZoom`: that of
/// pictures that show more than those of the scene, for a painter that enlarges; 0 for none.
void paintPage(QPainter &painter, const PageScene &scene, model::session::PageSource &source, int pageIndex,
               const QPalette &palette, double finerZoom = 0);

QColor paperOf(model::session::PaperColours colours);

} // namespace ui::page
