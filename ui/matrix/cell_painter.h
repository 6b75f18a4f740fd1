// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/arranged_matrix.h"

#include <QFont>
#include <QPalette>
#include <QSize>

class QPainter;
class QRect;
class QRectF;

namespace ui::matrix {

/// How cells look; the same in the window, in a picture and on paper.
struct CellLook {
    QFont font;
    QPalette palette;
};

QSize cellSize(const QFont &font);
void paintHeat(QPainter &painter, const QRect &rect, const model::ArrangedCell &cell, const QPalette &palette);
/// The mark of the verdict, the independent documents, and the passages beside the mark of each stance; hollow and
/// dashed what is suggested. Denied and ended findings also have a corner each, so that they stand out from afar.
void paintCell(QPainter &painter, const QRect &rect, const model::ArrangedCell &cell, const CellLook &look);

// The parts that the legend shows too, painted into a square.
void paintDeniedCorner(QPainter &painter, const QRectF &square, const QPalette &palette);
void paintEndedCorner(QPainter &painter, const QRectF &square, const QPalette &palette);
void paintDocumentSheet(QPainter &painter, const QRectF &square, const QPalette &palette);
void paintSuggestedRing(QPainter &painter, const QRectF &square, const QPalette &palette);

} // namespace ui::matrix
