// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_view.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

/// How large the pages are shown, how they are laid out, and which of them is in view.
namespace ui::page {

void PageView::rearrange(double zoom, const QPointF &fixedContent, const QPointF &fixedViewport)
{
    if (pageCount() == 0) {
        m_scene.zoom = zoom;
        arrange();
        Q_EMIT zoomChanged(zoom);
        return;
    }
    const int pageIndex = m_scene.geometry.pageAt(fixedContent);
    const QPointF onPage = m_scene.geometry.toPage(pageIndex, fixedContent);
    if (zoom != m_scene.zoom)
        m_scene.formerZoom = m_scene.zoom;
    m_scene.zoom = zoom;
    const int current = m_currentPage;
    arrange();
    const QPointF moved = m_scene.geometry.toContent(pageIndex, onPage);
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(moved.x() - fixedViewport.x())));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(moved.y() - fixedViewport.y())));
    keepCurrent(current);
    updateWanted();
    Q_EMIT zoomChanged(zoom);
    Q_EMIT placeChanged();
}

void PageView::setFit(Fit fit)
{
    m_fit = fit;
    if (fit == Fit::Free)
        return;
    const double zoom =
        fit == Fit::Width
            ? PageGeometry::zoomToFitWidth(m_scene.frames, viewport()->width(), m_arrangement)
            : PageGeometry::zoomToFitPage(m_scene.frames, m_currentPage, viewport()->size(), m_arrangement);
    rearrange(zoom, scrollOffset(), QPointF(0, 0));
    if (fit == Fit::Page && pageCount() > 0)
        goToPage(m_currentPage);
}

void PageView::setZoom(double zoom)
{
    m_fit = Fit::Free;
    const QPointF middle(viewport()->width() / 2.0, viewport()->height() / 2.0);
    rearrange(std::clamp(zoom, PageGeometry::smallestZoom, PageGeometry::largestZoom), scrollOffset() + middle, middle);
}

void PageView::zoomBy(int steps)
{
    setZoom(std::round((m_scene.zoom + 0.1 * steps) * 10) / 10);
}

void PageView::goToPage(int pageIndex)
{
    if (pageCount() == 0)
        return;
    m_restored.reset();
    const int there = std::clamp(pageIndex, 0, pageCount() - 1);
    const QRectF &box = m_scene.geometry.page(there);
    verticalScrollBar()->setValue(static_cast<int>(box.top() - PageGeometry::gap / 2));
    const double left = horizontalScrollBar()->value();
    if (m_arrangement.facing && (box.left() < left || box.right() > left + viewport()->width()))
        horizontalScrollBar()->setValue(static_cast<int>(box.left() - PageGeometry::gap / 2));
    updateCurrentPage();
    makeCurrent(there); // at the end of the document others may stand above it
}

PagePlace PageView::place() const
{
    PagePlace place{m_currentPage, {}, m_fit, m_scene.zoom, m_arrangement};
    if (pageCount() == 0)
        return place;
    const QRectF &box = m_scene.geometry.page(m_currentPage);
    const QPointF offset = scrollOffset() - box.topLeft();
    place.offset = {offset.x() / std::max(1.0, box.width()), offset.y() / std::max(1.0, box.height())};
    return place;
}

void PageView::goToPlace(const PagePlace &place)
{
    if (pageCount() == 0)
        return;
    m_fit = place.fit;
    m_arrangement = place.arrangement;
    m_scene.zoom = place.zoom;
    arrange();
    goToPage(place.pageIndex);
    setFit(m_fit);
    const QRectF &box = m_scene.geometry.page(std::clamp(place.pageIndex, 0, pageCount() - 1));
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(box.left() + place.offset.x() * box.width())));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(box.top() + place.offset.y() * box.height())));
    keepCurrent(std::min(place.pageIndex, pageCount() - 1));
    m_restored = place;
    Q_EMIT zoomChanged(m_scene.zoom);
    Q_EMIT arrangementChanged();
}

void PageView::setArrangement(const PageArrangement &arrangement)
{
    if (arrangement == m_arrangement)
        return;
    const int there = m_currentPage;
    m_arrangement = arrangement;
    arrange();
    goToPage(there);
    setFit(m_fit);
    goToPage(there);
    Q_EMIT arrangementChanged();
    Q_EMIT placeChanged();
}

void PageView::keepCurrent(int pageIndex)
{
    if (m_scene.geometry.page(pageIndex).translated(-scrollOffset()).intersects(QRectF(viewport()->rect())))
        makeCurrent(pageIndex);
}

void PageView::makeCurrent(int pageIndex)
{
    if (pageIndex == m_currentPage)
        return;
    m_currentPage = pageIndex;
    Q_EMIT currentPageChanged(pageIndex);
}

} // namespace ui::page
