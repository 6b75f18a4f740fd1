// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/unit_rectangle.h"
#include "model/domain/page_frame.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace ui::page {

/// Where the pages of a document lie one below the other. In content coordinates: logical pixels, the origin at the top
/// left of the first page's margin.
class PageGeometry final {
public:
    static constexpr double gap = 16;                     ///< around and between pages
    static constexpr double pixelsPerPoint = 96.0 / 72.0; ///< at zoom 1
    static constexpr double smallestZoom = 0.1;
    static constexpr double largestZoom = 8;

    PageGeometry() = default;
    /// `width` of the viewport: narrower pages are centred in it.
    PageGeometry(const std::vector<model::PageFrame> &frames, double zoom, double width);

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    QSizeF contentSize() const { return m_size; }
    const QRectF &page(int pageIndex) const { return m_pages.at(static_cast<size_t>(pageIndex)); }
    /// First and last page that touch the band; nothing when there are no pages.
    std::optional<std::pair<int, int>> pagesBetween(double top, double bottom) const;
    /// The page nearest to a height; 0 when there are none.
    int pageAt(double y) const;

    QRectF toContent(int pageIndex, const model::UnitRectangle &area) const;
    /// 0..1 of the page; outside that range beside the page.
    QPointF toPage(int pageIndex, const QPointF &content) const;
    QRectF toPage(int pageIndex, const QRectF &content) const;

    /// The zoom at which the widest page, or the whole of page `pageIndex`, fits the viewport.
    static double zoomToFitWidth(const std::vector<model::PageFrame> &frames, double width);
    static double zoomToFitPage(const std::vector<model::PageFrame> &frames, int pageIndex, const QSizeF &viewport);

private:
    std::vector<QRectF> m_pages;
    QSizeF m_size;
};

} // namespace ui::page
