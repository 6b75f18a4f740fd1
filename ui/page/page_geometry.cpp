// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_geometry.h"

#include <algorithm>
#include <cmath>

namespace ui::page {
namespace {

double clampedZoom(double zoom)
{
    return std::clamp(zoom, PageGeometry::smallestZoom, PageGeometry::largestZoom);
}

} // namespace

PageGeometry::PageGeometry(const std::vector<model::PageFrame> &frames, double zoom, double width)
{
    m_pages.reserve(frames.size());
    const double scale = zoom * pixelsPerPoint;
    double widest = 0;
    for (const model::PageFrame &frame : frames)
        widest = std::max(widest, std::round(frame.width * scale));
    const double contentWidth = std::max(width, widest + 2 * gap);
    double top = gap;
    for (const model::PageFrame &frame : frames) {
        const QSizeF size(std::round(frame.width * scale), std::round(frame.height * scale));
        m_pages.emplace_back(QPointF(std::floor((contentWidth - size.width()) / 2), top), size);
        top += size.height() + gap;
    }
    m_size = QSizeF(contentWidth, top);
}

std::optional<std::pair<int, int>> PageGeometry::pagesBetween(double top, double bottom) const
{
    if (m_pages.empty())
        return std::nullopt;
    const auto first = std::lower_bound(m_pages.begin(), m_pages.end(), top,
                                        [](const QRectF &page, double y) { return page.bottom() < y; });
    const auto end = std::upper_bound(m_pages.begin(), m_pages.end(), bottom,
                                      [](double y, const QRectF &page) { return y < page.top(); });
    const int last = static_cast<int>(end - m_pages.begin()) - 1;
    const int from = std::min(static_cast<int>(first - m_pages.begin()), pageCount() - 1);
    return std::pair(from, std::max(from, last));
}

int PageGeometry::pageAt(double y) const
{
    if (m_pages.empty())
        return 0;
    const auto found = std::lower_bound(m_pages.begin(), m_pages.end(), y,
                                        [](const QRectF &page, double at) { return page.bottom() + gap / 2 < at; });
    return std::min(static_cast<int>(found - m_pages.begin()), pageCount() - 1);
}

QRectF PageGeometry::toContent(int pageIndex, const model::UnitRectangle &area) const
{
    const QRectF &box = page(pageIndex);
    return QRectF(QPointF(box.left() + area.left * box.width(), box.top() + area.top * box.height()),
                  QPointF(box.left() + area.right * box.width(), box.top() + area.bottom * box.height()));
}

QPointF PageGeometry::toPage(int pageIndex, const QPointF &content) const
{
    const QRectF &box = page(pageIndex);
    return {(content.x() - box.left()) / std::max(1.0, box.width()),
            (content.y() - box.top()) / std::max(1.0, box.height())};
}

QRectF PageGeometry::toPage(int pageIndex, const QRectF &content) const
{
    return {toPage(pageIndex, content.topLeft()), toPage(pageIndex, content.bottomRight())};
}

double PageGeometry::zoomToFitWidth(const std::vector<model::PageFrame> &frames, double width)
{
    double widest = 1;
    for (const model::PageFrame &frame : frames)
        widest = std::max(widest, frame.width);
    return clampedZoom((width - 2 * gap) / (widest * pixelsPerPoint));
}

double PageGeometry::zoomToFitPage(const std::vector<model::PageFrame> &frames, int pageIndex, const QSizeF &viewport)
{
    if (pageIndex < 0 || pageIndex >= static_cast<int>(frames.size()))
        return 1;
    const model::PageFrame &frame = frames[static_cast<size_t>(pageIndex)];
    const double across = (viewport.width() - 2 * gap) / (std::max(1.0, frame.width) * pixelsPerPoint);
    const double down = (viewport.height() - 2 * gap) / (std::max(1.0, frame.height) * pixelsPerPoint);
    return clampedZoom(std::min(across, down));
}

} // namespace ui::page
