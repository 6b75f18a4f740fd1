// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/ocr/page_picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <utility>

#include <allheaders.h>

namespace model::ocr {
namespace {

constexpr double radians = std::numbers::pi / 180;

Pix *pixOf(const PageScan &scan)
{
    Pix *const pix = pixCreateNoInit(scan.width, scan.height, 8);
    if (!pix)
        return nullptr;
    const l_int32 words = pixGetWpl(pix);
    for (int y = 0; y < scan.height; ++y)
        std::memcpy(pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * words,
                    scan.pixels.constData() + static_cast<std::ptrdiff_t>(y) * scan.width,
                    static_cast<std::size_t>(scan.width));
    // Leptonica keeps the first pixel of four in the highest byte.
    pixEndianByteSwap(pix);
    return pix;
}

} // namespace

PagePicture::PagePicture(const PageScan &scan)
    : m_pix(pixOf(scan))
{
}

PagePicture::PagePicture(Pix *pix, int turns, double skew)
    : m_pix(pix)
    , m_turns(turns)
    , m_skew(skew)
{
}

PagePicture::PagePicture(PagePicture &&other) noexcept
    : m_pix(std::exchange(other.m_pix, nullptr))
    , m_turns(other.m_turns)
    , m_skew(other.m_skew)
{
}

PagePicture::~PagePicture()
{
    pixDestroy(&m_pix);
}

PagePicture PagePicture::turned(int turns) const
{
    return {m_pix ? pixRotateOrth(m_pix, turns) : nullptr, (m_turns + turns) % 4, 0};
}

PagePicture PagePicture::straightened(double degrees) const
{
    Pix *const pix =
        m_pix ? pixRotate(m_pix, static_cast<float>(degrees * radians), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0)
              : nullptr;
    return {pix, m_turns, degrees};
}

UnitRectangle PagePicture::onPage(const QRectF &area) const
{
    const QSizeF size(pixGetWidth(m_pix), pixGetHeight(m_pix));
    // Of a line that falls or rises a little, a word keeps its own height: only its middle is turned back.
    const QPointF centre(size.width() / 2, size.height() / 2);
    const QPointF from = area.center() - centre;
    const double sine = std::sin(-m_skew * radians);
    const double cosine = std::cos(-m_skew * radians);
    QRectF placed = area;
    placed.moveCenter(centre + QPointF(cosine * from.x() - sine * from.y(), sine * from.x() + cosine * from.y()));
    QRectF unit(placed.left() / size.width(), placed.top() / size.height(), placed.width() / size.width(),
                placed.height() / size.height());
    for (int turn = 0; turn < m_turns; ++turn)
        unit = QRectF(unit.top(), 1 - unit.right(), unit.height(), unit.width());
    const auto clamped = [](double value) { return std::clamp(value, 0.0, 1.0); };
    return {clamped(unit.left()), clamped(unit.top()), clamped(unit.right()), clamped(unit.bottom())};
}

double skewOf(Pix *blackOnWhite)
{
    constexpr float sure = 3;
    float degrees = 0;
    float confidence = 0;
    if (!blackOnWhite || pixFindSkew(blackOnWhite, &degrees, &confidence) != 0 || confidence < sure)
        return 0;
    return static_cast<double>(degrees);
}

} // namespace model::ocr
