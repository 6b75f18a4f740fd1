// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/drawn_page.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace model::reader {

/// The shapes of a page by where they are. They must outlive it.
class ShapeGrid final {
public:
    ShapeGrid(const std::vector<DrawnShape> &shapes, const QSizeF &page)
        : m_page(page)
    {
        if (shapes.empty() || !(page.width() > 0) || !(page.height() > 0))
            return;
        m_cells.resize(side * side);
        for (const DrawnShape &shape : shapes) {
            for (std::size_t row = step(shape.bounds.top(), page.height());
                 row <= step(shape.bounds.bottom(), page.height()); ++row) {
                for (std::size_t column = step(shape.bounds.left(), page.width());
                     column <= step(shape.bounds.right(), page.width()); ++column)
                    m_cells[row * side + column].push_back(&shape);
            }
        }
    }

    /// Those that reach into the area, in the order they are drawn; good until the next call.
    const std::vector<const DrawnShape *> &reaching(const QRectF &area)
    {
        m_found.clear();
        if (m_cells.empty())
            return m_found;
        const std::size_t lastRow = step(area.bottom(), m_page.height());
        const std::size_t lastColumn = step(area.right(), m_page.width());
        for (std::size_t row = step(area.top(), m_page.height()); row <= lastRow; ++row) {
            for (std::size_t column = step(area.left(), m_page.width()); column <= lastColumn; ++column) {
                for (const DrawnShape *shape : m_cells[row * side + column]) {
                    const QRectF &bounds = shape->bounds;
                    if (bounds.left() <= area.right() && bounds.right() >= area.left() &&
                        bounds.top() <= area.bottom() && bounds.bottom() >= area.top())
                        m_found.push_back(shape);
                }
            }
        }
        // One that spans several cells was met in each.
        std::sort(m_found.begin(), m_found.end(),
                  [](const DrawnShape *one, const DrawnShape *other) { return one->order < other->order; });
        m_found.erase(std::unique(m_found.begin(), m_found.end()), m_found.end());
        return m_found;
    }

private:
    static constexpr std::size_t side = 24;

    static std::size_t step(double position, double length)
    {
        return static_cast<std::size_t>(std::clamp(position / length * double(side), 0.0, double(side - 1)));
    }

    QSizeF m_page;
    std::vector<std::vector<const DrawnShape *>> m_cells;
    std::vector<const DrawnShape *> m_found;
};

} // namespace model::reader
