// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/unit_rectangle.h"
#include "model/domain/page_frame.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

#include <optional>
#include <vector>

namespace ui::page {

/// How the reporter has the pages laid out; nothing of the document changes with it.
struct PageArrangement {
    int turns = 0;           ///< quarter turns clockwise, 0 to 3, on top of what the document says
    bool facing = false;     ///< two pages beside each other, else one below the other
    bool coverAlone = false; ///< of facing pages, the first has the right side of a row to itself, as in a book

    friend bool operator==(const PageArrangement &, const PageArrangement &) = default;
};

/// Where the pages of a document lie. In content coordinates: logical pixels, the origin at the top left of the first
/// page's margin. A sheet is a page before it is turned, in logical pixels from its own top left.
class PageGeometry final {
public:
    static constexpr double gap = 16;                     ///< around and between rows
    static constexpr double spine = 8;                    ///< between facing pages
    static constexpr double pixelsPerPoint = 96.0 / 72.0; ///< at zoom 1
    static constexpr double smallestZoom = 0.1;
    static constexpr double largestZoom = 8;

    PageGeometry() = default;
    /// `width` of the viewport: narrower pages are centred in it.
    PageGeometry(const std::vector<model::PageFrame> &frames, double zoom, double width,
                 const PageArrangement &arrangement = {});

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    QSizeF contentSize() const { return m_size; }
    const QRectF &page(int pageIndex) const { return m_pages.at(static_cast<size_t>(pageIndex)); }
    /// First and last page of the rows that touch the band; nothing when there are no pages.
    std::optional<std::pair<int, int>> pagesBetween(double top, double bottom) const;
    /// First and last page of the row nearest to a height; 0 when there are none.
    std::pair<int, int> rowAt(double y) const;
    /// The page nearest to a point; 0 when there are none.
    int pageAt(const QPointF &content) const;

    QSizeF sheet(int pageIndex) const;
    QTransform fromSheet(int pageIndex) const; ///< to content
    QRectF onSheet(int pageIndex, const model::UnitRectangle &area) const;
    QRectF toContent(int pageIndex, const model::UnitRectangle &area) const;
    QPointF toContent(int pageIndex, const QPointF &page) const;
    /// 0..1 of the page before it is turned; outside that range beside the page.
    QPointF toPage(int pageIndex, const QPointF &content) const;
    QRectF toPage(int pageIndex, const QRectF &content) const;

    /// The zoom at which the widest row, or the whole of the row that page `pageIndex` is in, fits the viewport.
    static double zoomToFitWidth(const std::vector<model::PageFrame> &frames, double width,
                                 const PageArrangement &arrangement = {});
    static double zoomToFitPage(const std::vector<model::PageFrame> &frames, int pageIndex, const QSizeF &viewport,
                                const PageArrangement &arrangement = {});

private:
    struct Row {
        int first = 0;
        int last = 0;
        double top = 0;
        double bottom = 0;
    };
    std::vector<QRectF> m_pages;
    std::vector<Row> m_rows;
    QSizeF m_size;
    int m_turns = 0;
};

} // namespace ui::page
