// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/text_areas.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace ui::page {
namespace {

using model::PageLayout;
using model::TextBox;
using model::TextRange;
using model::UnitRectangle;

/// Left edge of the box's character number `place`, which may be one past the last.
double edgeOf(const TextBox &box, qsizetype place)
{
    if (place <= 0 || box.edges.empty())
        return box.area.left;
    return static_cast<double>(box.edges[std::min(static_cast<size_t>(place), box.edges.size()) - 1]);
}

UnitRectangle partOf(const TextBox &box, const TextRange &range)
{
    const qsizetype from = std::max(range.start, box.range.start) - box.range.start;
    const qsizetype to = std::min(range.end, box.range.end) - box.range.start;
    const double a = edgeOf(box, from);
    const double b = edgeOf(box, to);
    // Text turned on its side has no horizontal edges to tell its characters apart: the whole word then.
    if (std::abs(b - a) < 1e-6)
        return box.area;
    return {std::min(a, b), box.area.top, std::max(a, b), box.area.bottom};
}

bool onOneLine(const UnitRectangle &a, const UnitRectangle &b)
{
    const double overlap = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    return overlap > 0.5 * std::min(a.bottom - a.top, b.bottom - b.top);
}

std::vector<TextBox>::const_iterator firstBoxEndingAfter(const PageLayout &layout, qsizetype offset)
{
    return std::upper_bound(layout.boxes.begin(), layout.boxes.end(), offset,
                            [](qsizetype at, const TextBox &box) { return at < box.range.end; });
}

} // namespace

std::vector<UnitRectangle> areasOf(const PageLayout &layout, const TextRange &range)
{
    std::vector<UnitRectangle> areas;
    qsizetype lastEnd = -1;
    for (auto box = firstBoxEndingAfter(layout, range.start); box != layout.boxes.end() && box->range.start < range.end;
         ++box) {
        const UnitRectangle part = partOf(*box, range);
        const bool sameLine = lastEnd >= 0 && onOneLine(areas.back(), part) && part.right >= areas.back().left &&
                              !layout.text.text.mid(lastEnd, box->range.start - lastEnd).contains(QLatin1Char('\n'));
        if (sameLine) {
            UnitRectangle &line = areas.back();
            line = {std::min(line.left, part.left), std::min(line.top, part.top), std::max(line.right, part.right),
                    std::max(line.bottom, part.bottom)};
        } else {
            areas.push_back(part);
        }
        lastEnd = box->range.end;
    }
    return areas;
}

std::optional<UnitRectangle> caretArea(const PageLayout &layout, qsizetype offset)
{
    if (layout.boxes.empty())
        return std::nullopt;
    // At its own character, else behind the word that ends here, else in front of the next one on this line.
    const auto next = firstBoxEndingAfter(layout, offset);
    const bool before = next != layout.boxes.begin();
    const bool behind = next != layout.boxes.end();
    if (behind && next->range.start <= offset) {
        const double x = edgeOf(*next, offset - next->range.start);
        return UnitRectangle{x, next->area.top, x, next->area.bottom};
    }
    const bool atBreak = offset < layout.text.text.size() && layout.text.text.at(offset) == QLatin1Char('\n');
    if (before && (!behind || atBreak || std::prev(next)->range.end == offset)) {
        const TextBox &last = *std::prev(next);
        const double x = edgeOf(last, last.range.length());
        return UnitRectangle{x, last.area.top, x, last.area.bottom};
    }
    return UnitRectangle{next->area.left, next->area.top, next->area.left, next->area.bottom};
}

std::optional<qsizetype> offsetNear(const PageLayout &layout, const QPointF &point)
{
    const TextBox *nearest = nullptr;
    double least = 0;
    for (const TextBox &box : layout.boxes) {
        const double dx = std::max({box.area.left - point.x(), point.x() - box.area.right, 0.0});
        const double dy = std::max({box.area.top - point.y(), point.y() - box.area.bottom, 0.0});
        // A place to the right of a line belongs to that line, not to a nearer word of the next.
        const double distance = dx + 8 * dy;
        if (!nearest || distance < least) {
            nearest = &box;
            least = distance;
        }
    }
    if (!nearest)
        return std::nullopt;
    qsizetype best = 0;
    for (qsizetype place = 1; place <= nearest->range.length(); ++place) {
        if (std::abs(edgeOf(*nearest, place) - point.x()) < std::abs(edgeOf(*nearest, best) - point.x()))
            best = place;
    }
    return nearest->range.start + best;
}

TextRange wordAt(const QString &text, qsizetype offset)
{
    const auto inWord = [&text](qsizetype at) {
        return at >= 0 && at < text.size() &&
               (text.at(at).isLetterOrNumber() || text.at(at).isSurrogate() || text.at(at).isMark() ||
                text.at(at) == QLatin1Char('\'') || text.at(at) == QChar(0x2019) || text.at(at) == QLatin1Char('-'));
    };
    qsizetype start = offset;
    qsizetype end = offset;
    while (inWord(start - 1))
        --start;
    while (inWord(end))
        ++end;
    return {start, end};
}

TextRange lineAt(const QString &text, qsizetype offset)
{
    const qsizetype before = offset > 0 ? text.lastIndexOf(QLatin1Char('\n'), offset - 1) : -1;
    const qsizetype after = text.indexOf(QLatin1Char('\n'), offset);
    return {before + 1, after < 0 ? text.size() : after};
}

} // namespace ui::page
