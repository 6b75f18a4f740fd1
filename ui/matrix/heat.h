// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

/// How much evidence a cell has, as the ground it stands on.
namespace ui::matrix {

inline constexpr int heatLevels = 4;

/// 0 for none, then 1, 2 to 3, 4 to 7, 8 or more passages.
int heatLevel(int passages);
/// The ground of a level from 1 on. Text has a contrast of 4.5 on it, a mark of 3.
QColor heatGround(int level, bool dark);
/// Of the bar at the side of the cell, which is as high as the level.
QColor heatBar(bool dark);
QString heatText(int level); ///< "2–3"

} // namespace ui::matrix
