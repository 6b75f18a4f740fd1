// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"

#include <QRectF>

struct Pix;

namespace model::ocr {

/// A page's picture in Leptonica's form, set upright and straight step by step; knows where a place on it was on the
/// page. Memory for it may be missing: then it is empty.
class PagePicture final {
public:
    explicit PagePicture(const PageScan &scan);
    ~PagePicture();
    PagePicture(PagePicture &&other) noexcept;
    PagePicture &operator=(PagePicture &&) = delete;

    bool isEmpty() const { return !m_pix; }
    Pix *pix() const { return m_pix; } ///< 8 bits a pixel; stays this object's
    int turns() const { return m_turns; }
    double skew() const { return m_skew; }

    /// The same page turned by quarter turns clockwise; of one that was not straightened.
    PagePicture turned(int turns) const;
    /// The same page turned clockwise by some degrees, so few that its lines stay about where they are.
    PagePicture straightened(double degrees) const;

    /// Where a rectangle of this picture is on the page, in parts of its width and height.
    UnitRectangle onPage(const QRectF &area) const;

private:
    PagePicture(Pix *pix, int turns, double skew);

    Pix *m_pix = nullptr;
    int m_turns = 0;
    double m_skew = 0;
};

/// Degrees by which the lines of black on white must be turned clockwise to be level; 0 where that cannot be told.
double skewOf(Pix *blackOnWhite);

} // namespace model::ocr
