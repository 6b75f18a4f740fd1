// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/coverage.h"

#include <QPalette>
#include <QRectF>

class QPainter;

namespace ui::documents {

/// Three stretches side by side: read by the reporter a full bar, read only by the model a hatched half, read by nobody
/// a thin line. A stretch that is not empty has at least two pixels. Nothing is painted where there are no pages.
void paintCoverage(QPainter &painter, const QRectF &area, const model::Coverage &coverage, const QPalette &palette);

/// "12 of 40 pages read by you, 20 only by the model, 8 by nobody."
QString coverageSentence(const model::Coverage &coverage);

} // namespace ui::documents
