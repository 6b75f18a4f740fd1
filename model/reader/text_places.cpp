// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/text_places.h"

#include <algorithm>
#include <cmath>

namespace model::reader {
namespace {

/// Points: about the size of a letter.
constexpr double cellSide = 12;

QPointF middleOf(const UnitRectangle &area, const QSizeF &size)
{
    return {(area.left + area.right) / 2 * size.width(), (area.top + area.bottom) / 2 * size.height()};
}

} // namespace

UnitRectangle united(const UnitRectangle &one, const UnitRectangle &other)
{
    return {std::min(one.left, other.left), std::min(one.top, other.top), std::max(one.right, other.right),
            std::max(one.bottom, other.bottom)};
}

TextPlaces::TextPlaces(const PageLayout &layout, const QSizeF &size)
    : m_text(layout.text.text)
    , m_size(size)
{
    for (const TextBox &box : layout.boxes) {
        double left = box.area.left;
        for (qsizetype i = 0; i < box.range.length(); ++i) {
            const double right = std::max(left, static_cast<double>(box.edges[static_cast<std::size_t>(i)]));
            const UnitRectangle area{left, box.area.top, right, box.area.bottom};
            m_byCell[cellOf(middleOf(area, size))].push_back(m_places.size());
            m_places.push_back({box.range.start + i, area});
            left = right;
        }
    }
    m_isTaken.resize(m_places.size());
}

QPoint TextPlaces::cellOf(const QPointF &point) const
{
    return {static_cast<int>(std::floor(point.x() / cellSide)), static_cast<int>(std::floor(point.y() / cellSide))};
}

std::vector<TextPlace> TextPlaces::take(const DrawnGlyph &glyph)
{
    constexpr double slack = 1;
    // Fonts differ in how high their letters are, and Poppler's boxes with them.
    const QRectF area = QPolygonF({glyph.at(0, -0.5), glyph.at(1, -0.5), glyph.at(1, 1.1), glyph.at(0, 1.1)})
                            .boundingRect()
                            .adjusted(-slack, -slack, slack, slack)
                            .intersected(QRectF(QPointF(-50, -50), m_size + QSizeF(100, 100)));
    const QPoint first = cellOf(area.topLeft());
    const QPoint last = cellOf(area.bottomRight());
    std::vector<std::size_t> found;
    for (int y = first.y(); y <= last.y(); ++y) {
        for (int x = first.x(); x <= last.x(); ++x) {
            for (const std::size_t place : m_byCell.value({x, y})) {
                if (!m_isTaken[place] && area.contains(middleOf(m_places[place].area, m_size)) &&
                    glyph.text.contains(m_text[m_places[place].position]))
                    found.push_back(place);
            }
        }
    }
    // Lines may stand close: the nearest as many as the glyph stands for.
    const QPointF middle = glyph.at(0.5, 0.3);
    std::sort(found.begin(), found.end(), [&](std::size_t one, std::size_t other) {
        return QLineF(middle, middleOf(m_places[one].area, m_size)).length() <
               QLineF(middle, middleOf(m_places[other].area, m_size)).length();
    });
    found.resize(std::min(found.size(), static_cast<std::size_t>(glyph.text.size())));
    std::sort(found.begin(), found.end());
    std::vector<TextPlace> places;
    for (const std::size_t place : found) {
        m_isTaken[place] = true;
        places.push_back(m_places[place]);
    }
    return places;
}

UnitRectangle TextPlaces::areaOf(const TextRange &range) const
{
    auto place = std::lower_bound(m_places.begin(), m_places.end(), range.start,
                                  [](const TextPlace &one, qsizetype position) { return one.position < position; });
    UnitRectangle area = place != m_places.end() ? place->area : UnitRectangle();
    for (; place != m_places.end() && place->position < range.end; ++place)
        area = united(area, place->area);
    return area;
}

} // namespace model::reader
