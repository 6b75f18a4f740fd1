// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/hidden_glyphs.h"

#include "model/reader/shape_grid.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace model::reader {
namespace {

// A glyph counts as hidden where at least this many of its nine points are.
constexpr std::size_t pointCount = 9;
constexpr int mostPoints = 7;
/// In 0..255 of a channel: what is no further apart cannot be told apart on paper.
constexpr int sameColour = 16;
/// Points: nobody reads what is smaller.
constexpr double tinySize = 1.5;
/// Of the page: pictures that make up more are a scan, and text without paint is what a machine read in it.
constexpr double scanShare = 0.5;

using Points = std::array<QPointF, pointCount>;

/// Within the small letters: above and below there may be nothing.
Points pointsOf(const DrawnGlyph &glyph)
{
    Points points;
    std::size_t at = 0;
    for (const double across : {0.2, 0.5, 0.8}) {
        for (const double high : {0.08, 0.24, 0.4})
            points[at++] = glyph.at(across, high);
    }
    return points;
}

QRectF boundsOf(const Points &points)
{
    QPointF least = points.front();
    QPointF most = least;
    for (const QPointF &point : points) {
        least = {std::min(least.x(), point.x()), std::min(least.y(), point.y())};
        most = {std::max(most.x(), point.x()), std::max(most.y(), point.y())};
    }
    return {least, most};
}

bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar unit) { return unit.isSpace() || unit.isNull(); });
}

/// As Poppler leaves glyphs out of the text of a page.
bool isLeftOut(const DrawnGlyph &glyph, const QSizeF &page)
{
    const QPointF end = glyph.origin + glyph.along;
    return end.x() < 0 || glyph.origin.x() > page.width() || end.y() < 0 || glyph.origin.y() > page.height();
}

bool isNear(QRgb one, QRgb other)
{
    return std::abs(qRed(one) - qRed(other)) <= sameColour && std::abs(qGreen(one) - qGreen(other)) <= sameColour &&
           std::abs(qBlue(one) - qBlue(other)) <= sameColour;
}

bool isScan(const DrawnPage &page)
{
    double covered = 0;
    for (const DrawnShape &shape : page.shapes) {
        if (shape.kind == DrawnShape::Kind::Image) {
            const QRectF seen = shape.bounds & QRectF({}, page.size);
            covered += seen.width() * seen.height();
        }
    }
    return covered > scanShare * page.size.width() * page.size.height();
}

class Finder final {
public:
    explicit Finder(const DrawnPage &page)
        : m_page(page)
        , m_shapes(page.shapes, page.size)
        , m_isScan(isScan(page))
    {
    }

    std::optional<HiddenGlyph> look(std::size_t number)
    {
        const DrawnGlyph &glyph = m_page.glyphs[number];
        if (isLeftOut(glyph, m_page.size))
            return isBlank(glyph.text)
                       ? std::nullopt
                       : std::optional(HiddenGlyph{number, HiddenReason::OutsidePage, Proof::None, true});
        if (isBlank(glyph.text))
            return std::nullopt;
        const Points points = pointsOf(glyph);
        m_near = &m_shapes.reaching(boundsOf(points));
        if (!isWithin(points, QRectF({}, m_page.size)))
            return HiddenGlyph{number, HiddenReason::OutsidePage};
        // Of a scan and of invisible text, it is the picture that tells.
        if (glyph.isPainted && !m_isScan && !isWithin(points, glyph.clip))
            return HiddenGlyph{number, HiddenReason::CutOff};
        if (auto hidden = whatCovers(glyph, points)) {
            hidden->glyph = number;
            return hidden;
        }
        if (isMarked(glyph))
            return HiddenGlyph{number, HiddenReason::MarkedForRedaction};
        if (glyph.isPainted && glyph.size() < tinySize)
            return HiddenGlyph{number, HiddenReason::Tiny};
        if (isBackground(glyph, points))
            return HiddenGlyph{number, HiddenReason::BackgroundColour, Proof::NoInk};
        return std::nullopt;
    }

private:
    /// Some of it, give or take half a point: some programs cut by a hair too much.
    static bool isWithin(const Points &points, const QRectF &area)
    {
        constexpr double slack = 0.5;
        return std::any_of(points.begin(), points.end(), [&area](const QPointF &point) {
            return point.x() >= area.left() - slack && point.x() <= area.right() + slack &&
                   point.y() >= area.top() - slack && point.y() <= area.bottom() + slack;
        });
    }

    std::optional<HiddenGlyph> whatCovers(const DrawnGlyph &glyph, const Points &points) const
    {
        int surely = 0;
        int perhaps = 0;
        int pictured = 0; // by a picture drawn before or after
        bool byImage = false;
        for (const QPointF &point : points) {
            bool sure = false;
            bool maybe = false;
            bool picture = false;
            for (const DrawnShape *shape : *m_near) {
                const bool isImage = shape->kind == DrawnShape::Kind::Image;
                const bool isLater = shape->order > glyph.order;
                // Most shapes are drawn before the text; whether they are under it is of no interest here.
                if ((!isLater && !(isImage && m_isScan)) || !shape->covers(point))
                    continue;
                picture |= isImage;
                if (!isLater)
                    continue;
                sure |= shape->kind == DrawnShape::Kind::Fill;
                maybe = true;
                byImage |= isImage;
            }
            surely += sure ? 1 : 0;
            perhaps += maybe ? 1 : 0;
            pictured += picture ? 1 : 0;
        }
        if (surely >= mostPoints)
            return HiddenGlyph{0, HiddenReason::UnderBox};
        const bool isCovered = perhaps >= mostPoints;
        // The text of a scan lies under its picture, or unpainted over it.
        if (m_isScan && pictured >= mostPoints && (isCovered || !glyph.isPainted))
            return HiddenGlyph{0, HiddenReason::UnderPicture, Proof::OneDark};
        if (!glyph.isPainted)
            return HiddenGlyph{0, HiddenReason::Invisible, Proof::OneColour};
        if (isCovered)
            return HiddenGlyph{0, byImage ? HiddenReason::UnderPicture : HiddenReason::UnderBox, Proof::NoInk};
        return std::nullopt;
    }

    bool isMarked(const DrawnGlyph &glyph) const
    {
        const QPointF middle = glyph.at(0.5, 0.24);
        return std::any_of(m_page.redactions.begin(), m_page.redactions.end(),
                           [&middle](const QRectF &area) { return area.contains(middle); });
    }

    bool isBackground(const DrawnGlyph &glyph, const Points &points) const
    {
        if (!glyph.colour)
            return false;
        int same = 0;
        for (const QPointF &point : points) {
            const auto last = std::find_if(m_near->rbegin(), m_near->rend(), [&](const DrawnShape *shape) {
                return shape->order < glyph.order && shape->covers(point);
            });
            const DrawnShape *below = last == m_near->rend() ? nullptr : *last;
            const bool isKnown = !below || below->kind == DrawnShape::Kind::Fill;
            const QRgb paper = below ? below->colour : qRgb(255, 255, 255);
            same += isKnown && isNear(paper, *glyph.colour) ? 1 : 0;
        }
        return same >= mostPoints;
    }

    const DrawnPage &m_page;
    ShapeGrid m_shapes;
    const bool m_isScan;
    const std::vector<const DrawnShape *> *m_near = nullptr; ///< to the glyph that is looked at
};

/// Programs draw a thing, cover it, and draw it anew: nobody hid that.
void findShownAgain(const DrawnPage &page, std::vector<HiddenGlyph> &hidden)
{
    std::vector<bool> isHidden(page.glyphs.size());
    QHash<QString, std::vector<const DrawnGlyph *>> seen;
    for (const HiddenGlyph &glyph : hidden) {
        isHidden[glyph.glyph] = true;
        seen.insert(page.glyphs[glyph.glyph].text, {});
    }
    for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
        if (isHidden[i])
            continue;
        if (const auto found = seen.find(page.glyphs[i].text); found != seen.end())
            found->push_back(&page.glyphs[i]);
    }
    for (HiddenGlyph &glyph : hidden) {
        const DrawnGlyph &drawn = page.glyphs[glyph.glyph];
        const auto &others = seen[drawn.text];
        glyph.isShownAgain = std::any_of(others.begin(), others.end(), [&drawn](const DrawnGlyph *other) {
            return QLineF(drawn.origin, other->origin).length() < 0.25 * drawn.size();
        });
    }
}

} // namespace

std::vector<HiddenGlyph> hiddenGlyphs(const DrawnPage &page)
{
    Finder finder(page);
    std::vector<HiddenGlyph> hidden;
    for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
        if (const auto found = finder.look(i))
            hidden.push_back(*found);
    }
    if (!hidden.empty())
        findShownAgain(page, hidden);
    return hidden;
}

} // namespace model::reader
