// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/finding.h"

#include <QPalette>
#include <QRectF>

class QPainter;

/// The shapes of the timeline, each to be told apart without its colour.
namespace ui::timeline {

/// Which ends of a stretch of time nobody knows.
struct OpenEnds {
    bool first = false;
    bool last = false;
};
/// What an open end takes beyond what is known, in pixels.
inline constexpr double openEnd = 40;

/// Concluded: filled. Otherwise hollow. An open end fades away into an arrowhead, outside of `area`.
void paintBar(QPainter &painter, const QRectF &area, OpenEnds open, bool isConcluded, const QPalette &palette);
/// Hollow with a dashed line all around, open ends too.
void paintSuggestedBar(QPainter &painter, const QRectF &area, OpenEnds open, const QPalette &palette);
/// A dashed ring in the colour of the stance.
void paintSuggestedMark(QPainter &painter, const QRectF &area, model::Stance stance, const QPalette &palette);
/// Two slanted strokes at either side of a dotted line, on the ground instead of the bar.
void paintGap(QPainter &painter, const QRectF &area, const QPalette &palette);
/// A thin line for the time that a passage names, dotted with an arrowhead at an open end.
void paintNamedTime(QPainter &painter, double left, double right, double y, OpenEnds open, model::Stance stance,
                    const QPalette &palette);
/// A lightning stroke from top to bottom.
void paintContradiction(QPainter &painter, const QRectF &area, const QPalette &palette);

} // namespace ui::timeline
