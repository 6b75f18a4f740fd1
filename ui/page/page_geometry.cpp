// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_geometry.h"

#include <algorithm>
#include <cmath>

namespace ui::page {
namespace {

using model::PageFrame;

double clampedZoom(double zoom)
{
    return std::clamp(zoom, PageGeometry::smallestZoom, PageGeometry::largestZoom);
}

/// In points, as the reporter sees it.
QSizeF turnedSize(const PageFrame &frame, const PageArrangement &arrangement)
{
    const QSizeF size(frame.width, frame.height);
    return arrangement.turns % 2 == 1 ? size.transposed() : size;
}

int lastOfRow(int first, int pageCount, const PageArrangement &arrangement)
{
    const bool isAlone = !arrangement.facing || (first == 0 && arrangement.coverAlone);
    return isAlone ? first : std::min(first + 1, pageCount - 1);
}

/// The cover, which is alone, stands where it does in a book.
bool standsRight(int pageIndex, const PageArrangement &arrangement)
{
    return (pageIndex + (arrangement.coverAlone ? 1 : 0)) % 2 == 1;
}

} // namespace

PageGeometry::PageGeometry(const std::vector<PageFrame> &frames, double zoom, double width,
                           const PageArrangement &arrangement)
    : m_turns(arrangement.turns)
{
    m_pages.reserve(frames.size());
    const double scale = zoom * pixelsPerPoint;
    const auto sizeOf = [&](int pageIndex) {
        const QSizeF size = turnedSize(frames[static_cast<size_t>(pageIndex)], arrangement);
        return QSizeF(std::round(size.width() * scale), std::round(size.height() * scale));
    };
    const auto count = static_cast<int>(frames.size());
    double widest = 0;
    for (int pageIndex = 0; pageIndex < count; ++pageIndex)
        widest = std::max(widest, sizeOf(pageIndex).width());
    const double rowWidth = arrangement.facing ? 2 * widest + spine : widest;
    const double contentWidth = std::max(width, rowWidth + 2 * gap);
    const double middle = std::floor(contentWidth / 2);
    double top = gap;
    for (int first = 0; first < count;) {
        const int last = lastOfRow(first, count, arrangement);
        double height = 0;
        for (int pageIndex = first; pageIndex <= last; ++pageIndex) {
            const QSizeF size = sizeOf(pageIndex);
            const double left = !arrangement.facing                   ? std::floor((contentWidth - size.width()) / 2)
                                : standsRight(pageIndex, arrangement) ? middle + spine / 2
                                                                      : middle - spine / 2 - size.width();
            m_pages.emplace_back(QPointF(left, top), size);
            height = std::max(height, size.height());
        }
        m_rows.push_back({first, last, top, top + height});
        top += height + gap;
        first = last + 1;
    }
    m_size = QSizeF(contentWidth, top);
}

std::optional<std::pair<int, int>> PageGeometry::pagesBetween(double top, double bottom) const
{
    if (m_rows.empty())
        return std::nullopt;
    auto first =
        std::lower_bound(m_rows.begin(), m_rows.end(), top, [](const Row &row, double y) { return row.bottom < y; });
    const auto end =
        std::upper_bound(m_rows.begin(), m_rows.end(), bottom, [](double y, const Row &row) { return y < row.top; });
    if (first == m_rows.end())
        --first;
    const auto last = end > first ? std::prev(end) : first;
    return std::pair(first->first, last->last);
}

std::pair<int, int> PageGeometry::rowAt(double y) const
{
    if (m_rows.empty())
        return {0, 0};
    auto row = std::lower_bound(m_rows.begin(), m_rows.end(), y,
                                [](const Row &one, double at) { return one.bottom + gap / 2 < at; });
    if (row == m_rows.end())
        --row;
    return {row->first, row->last};
}

int PageGeometry::pageAt(const QPointF &content) const
{
    const auto [first, last] = rowAt(content.y());
    return first != last && content.x() >= page(last).left() - spine / 2 ? last : first;
}

QSizeF PageGeometry::sheet(int pageIndex) const
{
    const QSizeF size = page(pageIndex).size();
    return m_turns % 2 == 1 ? size.transposed() : size;
}

QTransform PageGeometry::fromSheet(int pageIndex) const
{
    const QRectF &box = page(pageIndex);
    switch (m_turns) {
    case 1:
        return {0, 1, -1, 0, box.right(), box.top()};
    case 2:
        return {-1, 0, 0, -1, box.right(), box.bottom()};
    case 3:
        return {0, -1, 1, 0, box.left(), box.bottom()};
    default:
        return QTransform::fromTranslate(box.left(), box.top());
    }
}

QRectF PageGeometry::onSheet(int pageIndex, const model::UnitRectangle &area) const
{
    const QSizeF size = sheet(pageIndex);
    return {QPointF(area.left * size.width(), area.top * size.height()),
            QPointF(area.right * size.width(), area.bottom * size.height())};
}

QRectF PageGeometry::toContent(int pageIndex, const model::UnitRectangle &area) const
{
    return fromSheet(pageIndex).mapRect(onSheet(pageIndex, area));
}

QPointF PageGeometry::toContent(int pageIndex, const QPointF &page) const
{
    const QSizeF size = sheet(pageIndex);
    return fromSheet(pageIndex).map(QPointF(page.x() * size.width(), page.y() * size.height()));
}

QPointF PageGeometry::toPage(int pageIndex, const QPointF &content) const
{
    const QSizeF size = sheet(pageIndex);
    const QPointF at = fromSheet(pageIndex).inverted().map(content);
    return {at.x() / std::max(1.0, size.width()), at.y() / std::max(1.0, size.height())};
}

QRectF PageGeometry::toPage(int pageIndex, const QRectF &content) const
{
    return QRectF(toPage(pageIndex, content.topLeft()), toPage(pageIndex, content.bottomRight())).normalized();
}

double PageGeometry::zoomToFitWidth(const std::vector<PageFrame> &frames, double width,
                                    const PageArrangement &arrangement)
{
    double widest = 1;
    for (const PageFrame &frame : frames)
        widest = std::max(widest, turnedSize(frame, arrangement).width());
    const double room = arrangement.facing ? (width - 2 * gap - spine) / 2 : width - 2 * gap;
    return clampedZoom(room / (widest * pixelsPerPoint));
}

double PageGeometry::zoomToFitPage(const std::vector<PageFrame> &frames, int pageIndex, const QSizeF &viewport,
                                   const PageArrangement &arrangement)
{
    const auto count = static_cast<int>(frames.size());
    if (pageIndex < 0 || pageIndex >= count)
        return 1;
    const bool isSecond = arrangement.facing && pageIndex > 0 && standsRight(pageIndex, arrangement);
    const int first = isSecond ? pageIndex - 1 : pageIndex;
    QSizeF largest(1, 1);
    for (int one = first; one <= lastOfRow(first, count, arrangement); ++one)
        largest = largest.expandedTo(turnedSize(frames[static_cast<size_t>(one)], arrangement));
    const double room = arrangement.facing ? (viewport.width() - 2 * gap - spine) / 2 : viewport.width() - 2 * gap;
    const double down = (viewport.height() - 2 * gap) / (largest.height() * pixelsPerPoint);
    return clampedZoom(std::min(room / (largest.width() * pixelsPerPoint), down));
}

} // namespace ui::page
