// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/drawn_page.h"

namespace model::reader {
namespace {

/// How the edge goes past a ray from the point to the right: 1 downwards, -1 upwards, 0 not at all.
int windingOf(const QPointF &from, const QPointF &to, const QPointF &point)
{
    if ((from.y() <= point.y()) == (to.y() <= point.y()))
        return 0;
    const double x = from.x() + (point.y() - from.y()) / (to.y() - from.y()) * (to.x() - from.x());
    return x <= point.x() ? 0 : to.y() > from.y() ? 1 : -1;
}

} // namespace

QRectF DrawnGlyph::area() const
{
    constexpr double ascent = 0.75;
    constexpr double descent = -0.2;
    return QPolygonF({at(0, descent), at(1, descent), at(1, ascent), at(0, ascent)}).boundingRect();
}

bool DrawnShape::covers(const QPointF &point) const
{
    if (point.x() < bounds.left() || point.x() > bounds.right() || point.y() < bounds.top() ||
        point.y() > bounds.bottom())
        return false;
    if (outlines.empty())
        return true;
    // All outlines together: an inner one cuts a hole, as in a frame.
    int winding = 0;
    int crossings = 0;
    for (const QPolygonF &outline : outlines) {
        for (qsizetype i = 0; i < outline.size(); ++i) {
            const int turn = windingOf(outline[i], outline[(i + 1) % outline.size()], point);
            winding += turn;
            crossings += turn != 0 ? 1 : 0;
        }
    }
    return rule == Qt::OddEvenFill ? crossings % 2 == 1 : winding != 0;
}

} // namespace model::reader
