// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/finding.h"
#include "model/domain/tag.h"

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QPen>
#include <QRectF>

class QPainter;

/// Colours of the Okabe-Ito palette, which the colour-blind can tell apart, each doubled by a shape.
namespace ui {

enum class Paper { White, Dark };

/// For paint on the paper of a page, which is white in light and dark alike, unless the reporter wants it dark.
QColor paperColour(model::TagKind kind, Paper paper = Paper::White);

/// For paint on a ground that is dark or light.
QColor stanceColour(model::Stance stance, bool dark);

/// A partner is a box, a permission an underline, evidence a margin bar; painted into `area`.
void paintTagMark(QPainter &painter, model::TagKind kind, const QRectF &area, const QPalette &palette);
/// The same shapes, hollow and dashed: nobody has decided yet.
void paintSuggestedMark(QPainter &painter, model::TagKind kind, const QRectF &area, const QPalette &palette);
/// A dashed pen for what is suggested.
QPen suggestedPen(const QColor &colour, double width);
/// supports: a filled disc; denies: a cross; ended: a square; planned: a hollow triangle; context: a hollow ring.
void paintStanceMark(QPainter &painter, model::Stance stance, const QRectF &area, const QPalette &palette);
/// open: a dashed ring; alleged: a half disc; confirmed: a tick; disputed: two halves apart; dismissed: a bar.
void paintVerdictMark(QPainter &painter, model::Verdict verdict, const QRectF &area, const QPalette &palette);

QIcon iconFor(model::TagKind kind);
QIcon suggestedIconFor(model::TagKind kind);
QIcon iconFor(model::Stance stance);
QIcon iconFor(model::Verdict verdict);

bool isDark(const QPalette &palette);

} // namespace ui
