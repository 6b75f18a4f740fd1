// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/page_painter.h"

namespace ui::page {

/// Paints over a page where whoever made the file hid words: a hatched frame, and in it, where the scene shows hidden
/// text, the words. The painter is on the page's sheet.
void paintHiddenLayer(QPainter &painter, const PageScene &scene, const model::PageLayout &layout, int pageIndex);

/// Where a hidden passage shows on the page's sheet; what is outside of the page, at its edge.
QRectF hiddenArea(const PageGeometry &geometry, const model::HiddenPassage &passage, int pageIndex);

} // namespace ui::page
