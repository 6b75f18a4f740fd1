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

namespace {

/// Whether the line after the break at `offset` stands apart from the one before it: another paragraph or column.
bool isApart(const PageLayout &layout, qsizetype offset)
{
    const auto next = firstBoxEndingAfter(layout, offset);
    if (next == layout.boxes.begin() || next == layout.boxes.end())
        return true;
    const UnitRectangle &above = std::prev(next)->area;
    const UnitRectangle &below = next->area;
    const double height = std::max(above.bottom - above.top, below.bottom - below.top);
    const double other = std::min(above.bottom - above.top, below.bottom - below.top);
    const double gap = below.top - above.bottom;
    return gap < -height / 2 || gap > 0.9 * height || other < 0.75 * height;
}

} // namespace

TextRange sentenceAt(const PageLayout &layout, qsizetype offset)
{
    // A sentence goes on over a line break that is only one of layout.
    QString text = layout.text.text;
    for (qsizetype at = text.indexOf(QLatin1Char('\n')); at >= 0; at = text.indexOf(QLatin1Char('\n'), at + 1)) {
        const bool empty = at + 1 < text.size() && text.at(at + 1) == QLatin1Char('\n');
        if (!empty && (at == 0 || text.at(at - 1) != QLatin1Char('\n')) && !isApart(layout, at))
            text[at] = QLatin1Char(' ');
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    finder.setPosition(std::clamp<qsizetype>(offset, 0, text.size()));
    qsizetype start = finder.isAtBoundary() && offset < text.size() ? finder.position() : finder.toPreviousBoundary();
    start = std::max<qsizetype>(start, 0);
    finder.setPosition(start);
    const qsizetype next = finder.toNextBoundary();
    qsizetype end = next < 0 ? text.size() : next;
    while (end > start && text.at(end - 1).isSpace())
        --end;
    while (start < end && text.at(start).isSpace())
        ++start;
    return {start, end};
}

TextRange lineAt(const QString &text, qsizetype offset)
{
    const qsizetype before = offset > 0 ? text.lastIndexOf(QLatin1Char('\n'), offset - 1) : -1;
    const qsizetype after = text.indexOf(QLatin1Char('\n'), offset);
    return {before + 1, after < 0 ? text.size() : after};
}

} // namespace ui::page
