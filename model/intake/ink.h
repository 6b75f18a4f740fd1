// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"

namespace model::intake {

/// How finely a page is drawn to see whether there is anything on it for OCR: pixels a point.
inline constexpr double sketchPixelsPerPoint = 60.0 / 72;

/// Whether a sketch of a page shows what its text does not account for: anything at all where it has no text, else much
/// more than its text.
bool showsMore(const PagePicture &sketch, const PageLayout &own);

} // namespace model::intake
