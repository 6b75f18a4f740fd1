// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model {

/// A rectangle on a page as it is shown unrotated by the view (the page's own /Rotate and crop box applied): 0..1 of
/// the page's width and height from its left and top edge, so that zoom and rotation stay the view's business.
struct UnitRectangle {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    friend bool operator==(const UnitRectangle &, const UnitRectangle &) = default;
};

} // namespace model
