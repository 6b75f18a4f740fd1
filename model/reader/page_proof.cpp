// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/page_proof.h"

#include <QRgb>

#include <algorithm>

#include <poppler-qt6.h>

namespace model::reader {
namespace {

constexpr double usualScale = 1.4; // 100 dpi: letters of the usual size are some ten pixels high
constexpr double mostPixels = 2400;

// In 0..255 of a channel.
constexpr int inkDifference = 40;
constexpr int oneColour = 30;
constexpr int darkest = 90;

struct Range {
    int least = 255;
    int most = 0;
};

template <class Value> Range rangeOf(const QRect &area, Value value)
{
    Range range;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            range.least = std::min(range.least, value(x, y));
            range.most = std::max(range.most, value(x, y));
        }
    }
    return range;
}

} // namespace

QImage PageProof::drawn(bool smoothText)
{
    const std::unique_ptr<Poppler::Page> page = m_document.page(m_pageIndex);
    if (!page)
        return {};
    const QSizeF size = page->pageSizeF();
    m_scale = std::min(usualScale, mostPixels / std::max({size.width(), size.height(), 1.0}));
    m_document.setRenderHint(Poppler::Document::TextAntialiasing, smoothText);
    const QImage image = page->renderToImage(72 * m_scale, 72 * m_scale);
    m_document.setRenderHint(Poppler::Document::TextAntialiasing, true);
    return image.convertToFormat(QImage::Format_RGB32);
}

const QImage &PageProof::smooth()
{
    if (!m_smooth)
        m_smooth = drawn(true);
    return *m_smooth;
}

const QImage &PageProof::rough()
{
    if (!m_rough)
        m_rough = drawn(false);
    return *m_rough;
}

QRect PageProof::pixelsOf(const QPolygonF &area, const QImage &image) const
{
    const QRectF bounds = area.boundingRect();
    return QRectF(bounds.topLeft() * m_scale, bounds.size() * m_scale).toAlignedRect().intersected(image.rect());
}

bool PageProof::isHidden(const DrawnGlyph &glyph, Proof proof)
{
    const QImage &picture = smooth();
    const QRect area =
        pixelsOf(QPolygonF({glyph.at(0.1, 0), glyph.at(0.9, 0), glyph.at(0.9, 0.6), glyph.at(0.1, 0.6)}), picture);
    // Without a picture there is no proof.
    if (area.isEmpty())
        return false;
    if (proof == Proof::NoInk) {
        // Only text is drawn differently.
        const QImage &other = rough();
        if (other.size() != picture.size())
            return false;
        return rangeOf(area, [&](int x, int y) {
                   const QRgb one = picture.pixel(x, y);
                   const QRgb two = other.pixel(x, y);
                   return std::max({std::abs(qRed(one) - qRed(two)), std::abs(qGreen(one) - qGreen(two)),
                                    std::abs(qBlue(one) - qBlue(two))});
               }).most <= inkDifference;
    }
    const Range grey = rangeOf(area, [&](int x, int y) { return qGray(picture.pixel(x, y)); });
    if (grey.most - grey.least > oneColour)
        return false;
    return proof != Proof::OneDark || grey.most <= darkest;
}

} // namespace model::reader
