// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/drawing_device.h"

#include <QTransform>

#include <algorithm>
#include <cmath>

#include <GfxFont.h>
#include <GfxState.h>

namespace model::reader {
namespace {

// Past these nothing more is noted: a page made to attack must not take more memory than its text.
constexpr std::size_t mostGlyphs = 1'000'000;
constexpr std::size_t mostShapes = 50'000;
constexpr int mostPoints = 2000;
/// Below, a shape hides no text that can be read.
constexpr double smallestSide = 0.4;
constexpr double smallestArea = 1.5;
constexpr double thickLine = 2;

constexpr int strokesOnly = 1;
constexpr int invisible = 3;
constexpr int clipsOnly = 7;

QPointF inPoints(const GfxState *state, double x, double y)
{
    QPointF point;
    state->transform(x, y, &point.rx(), &point.ry());
    return point;
}

bool isSound(const QPointF &point)
{
    constexpr double far = 1e7;
    return std::isfinite(point.x()) && std::isfinite(point.y()) && std::abs(point.x()) < far &&
           std::abs(point.y()) < far;
}

/// One point of a curve, by Bernstein.
QPointF curveAt(const QPointF *points, double t)
{
    const double s = 1 - t;
    return s * s * s * points[0] + 3 * s * s * t * points[1] + 3 * s * t * t * points[2] + t * t * t * points[3];
}

QPolygonF outlineOf(const GfxState *state, const GfxSubpath &path)
{
    QPolygonF outline;
    for (int i = 0; i < path.getNumPoints(); ++i) {
        const QPointF point = inPoints(state, path.getX(i), path.getY(i));
        if (path.getCurve(i) && i + 2 < path.getNumPoints() && !outline.isEmpty()) {
            const QPointF curve[] = {outline.last(), point, inPoints(state, path.getX(i + 1), path.getY(i + 1)),
                                     inPoints(state, path.getX(i + 2), path.getY(i + 2))};
            for (const double t : {0.25, 0.5, 0.75, 1.0})
                outline.append(curveAt(curve, t));
            i += 2;
        } else {
            outline.append(point);
        }
    }
    return outline;
}

/// Nothing for a path of more points than is sensible.
std::optional<std::vector<QPolygonF>> outlinesOf(const GfxState *state)
{
    const GfxPath *path = state->getPath();
    std::vector<QPolygonF> outlines;
    int points = 0;
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
        points += path->getSubpath(i)->getNumPoints();
        if (points > mostPoints)
            return std::nullopt;
        QPolygonF outline = outlineOf(state, *path->getSubpath(i));
        if (outline.size() > 2 && std::all_of(outline.begin(), outline.end(), isSound))
            outlines.push_back(std::move(outline));
    }
    return outlines;
}

bool isUpright(const QPolygonF &outline)
{
    constexpr double slack = 0.05;
    const QRectF bounds = outline.boundingRect();
    const auto onEdge = [&bounds](const QPointF &point) {
        const bool side = std::abs(point.x() - bounds.left()) < slack || std::abs(point.x() - bounds.right()) < slack;
        const bool end = std::abs(point.y() - bounds.top()) < slack || std::abs(point.y() - bounds.bottom()) < slack;
        return side && end;
    };
    return (outline.size() == 4 || outline.size() == 5) && std::all_of(outline.begin(), outline.end(), onEdge);
}

QRectF clipOf(const GfxState *state)
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    state->getClipBBox(&left, &top, &right, &bottom);
    return {QPointF(left, top), QPointF(right, bottom)};
}

QRgb rgb(const GfxRGB &colour)
{
    return qRgb(colToByte(colour.r), colToByte(colour.g), colToByte(colour.b));
}

bool isPattern(GfxColorSpace *space)
{
    return !space || space->getMode() == csPattern;
}

} // namespace

DrawingDevice::DrawingDevice()
    : TextOutputDev(nullptr, false, 0, false, false)
{
}

void DrawingDevice::startPage(int pageNumber, GfxState *state, XRef *table)
{
    m_state = state;
    m_page.size = {state->getPageWidth(), state->getPageHeight()};
    TextOutputDev::startPage(pageNumber, state, table);
}

void DrawingDevice::saveState(GfxState *state)
{
    m_state = state;
    m_saved.push_back(m_level);
    m_wasReset = false;
    TextOutputDev::saveState(state);
}

void DrawingDevice::restoreState(GfxState *state)
{
    forgetColour(state);
    if (!m_saved.empty()) {
        m_level = m_saved.back();
        m_saved.pop_back();
    }
    TextOutputDev::restoreState(state);
}

void DrawingDevice::updateFillOpacity(GfxState *state)
{
    forgetColour(state);
    m_wasReset |= state->getFillOpacity() >= 1;
}

void DrawingDevice::updateBlendMode(GfxState *state)
{
    m_wasReset |= state->getBlendMode() == gfxBlendNormal;
}

void DrawingDevice::beginTransparencyGroup(GfxState *state, const double *, GfxColorSpace *, bool, bool,
                                           bool forSoftMask)
{
    m_state = state;
    const Group group{m_wasReset || m_level.isMasked, forSoftMask};
    m_groups.push_back(group);
    m_clearGroups += group.isClear ? 1 : 0;
    m_masks += group.isMask ? 1 : 0;
    m_wasReset = false;
}

void DrawingDevice::endTransparencyGroup(GfxState *)
{
    if (m_groups.empty())
        return;
    m_clearGroups -= m_groups.back().isClear ? 1 : 0;
    m_masks -= m_groups.back().isMask ? 1 : 0;
    m_groups.pop_back();
}

bool DrawingDevice::isOpaque(const GfxState *state, double opacity) const
{
    return opacity > 0.97 && state->getBlendMode() == gfxBlendNormal && m_clearGroups == 0 && !m_level.isMasked &&
           !m_level.clipIsShape;
}

void DrawingDevice::addShape(DrawnShape shape, const GfxState *state)
{
    ++m_order;
    shape.bounds &= clipOf(state);
    if (!isDrawn() || m_page.shapes.size() >= mostShapes || shape.bounds.width() < smallestSide ||
        shape.bounds.height() < smallestSide || shape.bounds.width() * shape.bounds.height() < smallestArea)
        return;
    shape.order = m_order;
    m_page.shapes.push_back(std::move(shape));
}

void DrawingDevice::addFill(GfxState *state, Qt::FillRule rule)
{
    if (state->getFillOpacity() <= 0)
        return;
    auto outlines = outlinesOf(state);
    if (!outlines || outlines->empty())
        return;
    DrawnShape shape;
    shape.rule = rule;
    for (const QPolygonF &outline : *outlines)
        shape.bounds |= outline.boundingRect();
    if (outlines->size() > 1 || !isUpright(outlines->front()))
        shape.outlines = *std::move(outlines);
    if (isPattern(state->getFillColorSpace()) || !isOpaque(state, state->getFillOpacity())) {
        shape.kind = DrawnShape::Kind::Unsure;
    } else {
        GfxRGB colour;
        state->getFillRGB(&colour);
        shape.colour = rgb(colour);
    }
    addShape(std::move(shape), state);
}

void DrawingDevice::fill(GfxState *state)
{
    addFill(state, Qt::WindingFill);
}

void DrawingDevice::eoFill(GfxState *state)
{
    addFill(state, Qt::OddEvenFill);
}

/// A thick line makes a bar as well as a rectangle does.
void DrawingDevice::stroke(GfxState *state)
{
    const double width = state->getTransformedLineWidth();
    if (width < thickLine || !isSound({width, width}) || state->getStrokeOpacity() <= 0)
        return;
    const GfxPath *path = state->getPath();
    DrawnShape shape;
    if (isPattern(state->getStrokeColorSpace()) || !isOpaque(state, state->getStrokeOpacity())) {
        shape.kind = DrawnShape::Kind::Unsure;
    } else {
        GfxRGB colour;
        state->getStrokeRGB(&colour);
        shape.colour = rgb(colour);
    }
    for (int i = 0; i < std::min(path->getNumSubpaths(), mostPoints); ++i) {
        const GfxSubpath &part = *path->getSubpath(i);
        if (part.getNumPoints() != 2)
            continue;
        const QLineF line(inPoints(state, part.getX(0), part.getY(0)), inPoints(state, part.getX(1), part.getY(1)));
        if (!isSound(line.p1()) || !isSound(line.p2()) || line.length() <= 0)
            continue;
        QLineF across = line.normalVector();
        across.setLength(width / 2);
        const QPointF half = across.p2() - across.p1();
        const QPolygonF bar({line.p1() + half, line.p2() + half, line.p2() - half, line.p1() - half});
        shape.bounds = bar.boundingRect();
        shape.outlines.clear();
        if (!isUpright(bar))
            shape.outlines.push_back(bar);
        addShape(shape, state);
    }
}

bool DrawingDevice::needNonText()
{
    if (!m_state)
        return false;
    if (!m_state->isPath())
        addImage(m_state);
    else if (isPattern(m_state->getFillColorSpace()))
        addFill(m_state, Qt::WindingFill);
    return false;
}

void DrawingDevice::addImage(const GfxState *state)
{
    const QPolygonF outline(
        {inPoints(state, 0, 0), inPoints(state, 1, 0), inPoints(state, 1, 1), inPoints(state, 0, 1)});
    if (!std::all_of(outline.begin(), outline.end(), isSound))
        return;
    DrawnShape shape;
    shape.kind = DrawnShape::Kind::Image;
    shape.bounds = outline.boundingRect();
    if (!isUpright(outline))
        shape.outlines.push_back(outline);
    addShape(std::move(shape), state);
}

bool DrawingDevice::addShading(const GfxState *state)
{
    DrawnShape shape;
    shape.kind = DrawnShape::Kind::Unsure;
    shape.bounds = clipOf(state);
    addShape(std::move(shape), state);
    return true;
}

void DrawingDevice::noteClip(const GfxState *state)
{
    const auto outlines = outlinesOf(state);
    m_level.clipIsShape |=
        !outlines || outlines->size() > 1 || (outlines->size() == 1 && !isUpright(outlines->front()));
}

void DrawingDevice::clip(GfxState *state)
{
    m_state = state;
    noteClip(state);
}

void DrawingDevice::eoClip(GfxState *state)
{
    m_state = state;
    noteClip(state);
}

void DrawingDevice::learnColour(GfxState *state)
{
    m_colourKnown = true;
    m_colour.reset();
    const int render = state->getRender();
    const bool isPatterned = isPattern(state->getFillColorSpace());
    const double opacity = (render & 3) == strokesOnly ? state->getStrokeOpacity() : state->getFillOpacity();
    m_isPainted = render != invisible && (opacity > 0.02 || isPatterned);
    const bool hasOneColour = (render & 3) == 0 || (render & 3) == strokesOnly;
    if (isPatterned || render == clipsOnly || !hasOneColour || m_clearGroups > 0 || m_level.isMasked ||
        state->getBlendMode() != gfxBlendNormal || state->getFont()->getType() == fontType3)
        return;
    GfxRGB colour;
    if ((render & 3) != strokesOnly)
        state->getFillRGB(&colour);
    else if (!isPattern(state->getStrokeColorSpace()))
        state->getStrokeRGB(&colour);
    else
        return;
    m_colour = rgb(colour);
}

void DrawingDevice::drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                             CharCode code, int bytes, const Unicode *characters, int count)
{
    TextOutputDev::drawChar(state, x, y, dx, dy, originX, originY, code, bytes, characters, count);
    ++m_order;
    if (!isDrawn() || count <= 0 || m_page.glyphs.size() >= mostGlyphs || !state->getFont())
        return;
    if (!m_colourKnown)
        learnColour(state);
    DrawnGlyph glyph;
    glyph.order = m_order;
    glyph.text = QString::fromUcs4(reinterpret_cast<const char32_t *>(characters), count);
    // As Poppler's own text does: what spaces the letters out is not part of them.
    const double spacing = state->getCharSpace() + (code == 0x20 ? state->getWordSpace() : 0);
    QPointF gap;
    state->textTransformDelta(spacing * state->getHorizScaling(), 0, &gap.rx(), &gap.ry());
    std::array<double, 4> font{};
    state->getFontTransMat(&font[0], &font[1], &font[2], &font[3]);
    const bool isUpright = state->getFont()->getWMode() == 0;
    glyph.origin = isUpright ? inPoints(state, x, y) : inPoints(state, x - originX, y - originY);
    if (isUpright)
        state->transformDelta(dx - gap.x(), dy - gap.y(), &glyph.along.rx(), &glyph.along.ry());
    else
        glyph.along = {font[0], font[1]};
    glyph.up = {font[2], font[3]};
    // Fonts drawn by programs of their own have a measure of their own.
    if (state->getFont()->getType() == fontType3)
        glyph.up = 1.5 * QPointF(glyph.along.y(), -glyph.along.x());
    if (!isSound(glyph.origin) || !isSound(glyph.along) || !isSound(glyph.up))
        return;
    glyph.clip = clipOf(state);
    glyph.colour = m_colour;
    glyph.isPainted = m_isPainted;
    m_page.glyphs.push_back(std::move(glyph));
}

} // namespace model::reader
